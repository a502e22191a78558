"""What the reader makes of a folder as a whole, and of JSON."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from matchmaker.formats import to_json
from matchmaker.programme import Session, Workshop
from matchmaker.registrations.reader import read_event
from matchmaker.registrations.sources import table_of_file
from matchmaker.registrations.writer import write_folder
from tests import factories
from tests.matchmaker.registrations.files import (
    EVENT,
    PARTICIPANTS,
    SESSION,
    WORKSHOP,
    folder,
    found,
    read,
)

FIXTURES = Path(__file__).parents[3] / "fixtures"


@pytest.mark.parametrize("name", ["eurometropolis", "small", "infeasible"])
def test_our_own_events_have_no_errors(name: str) -> None:
    assert read_event(FIXTURES / name).event is not None


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "event.xlsx", tmp_path / "none"):
        registrations = read_event(path)
        assert found(registrations) == [(str(path), None, "", "missing-file")]
        assert "no such file or folder" in str(registrations.problems[0])


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    path = folder(tmp_path, event=None, wishes=None)
    (path / "event.toml").mkdir()
    (path / "wishes.csv").mkdir()
    assert found(read_event(path)) == [
        ("event.toml", None, "", "unreadable-file"),
        ("wishes.csv", None, "", "unreadable-file"),
    ]


def test_an_event_in_no_known_encoding(tmp_path: Path) -> None:
    assert found(read(tmp_path, event=EVENT.encode("utf-16-le"))) == [
        ("event.toml", None, "", "unreadable-file")
    ]


def test_the_path_of_event_toml_stands_for_its_folder(tmp_path: Path) -> None:
    assert read_event(folder(tmp_path) / "event.toml") == read_event(tmp_path)


def test_an_empty_folder(tmp_path: Path) -> None:
    assert found(read_event(tmp_path)) == [
        ("event.toml", None, "", "missing-file"),
        ("participants.csv", None, "", "missing-file"),
        ("wishes.csv", None, "", "missing-wishes"),
    ]


def test_faults_of_all_files_are_told_at_once_in_order(tmp_path: Path) -> None:
    registrations = read(
        tmp_path,
        wishes="from,to,rank\nann,bob,1\nann,ben,x\n",
        participants=PARTICIPANTS.replace("VLG", "Mars").replace(",WAL,fr nl", ",,"),
        event=EVENT.replace("13:42", "13:47"),
    )
    assert found(registrations) == [
        ("event.toml", 11, "start", "slots-overlap"),
        ("participants.csv", 3, "region", "unknown-region"),
        ("participants.csv", 4, "region", "missing-region"),
        ("participants.csv", 4, "languages", "missing-language"),
        ("wishes.csv", 2, "to", "unknown-participant"),
        ("wishes.csv", 3, "rank", "bad-rank"),
    ]


def test_a_broken_settings_file_hides_no_fault_of_the_others(tmp_path: Path) -> None:
    people = PARTICIPANTS + "dan,Dan,Delta,FR,fr,dan@,,1,,,5,w\n"
    assert found(read(tmp_path, event="name =", participants=people)) == [
        ("event.toml", 1, "", "bad-toml"),
        ("participants.csv", 5, "email", "bad-email"),
    ]


def test_slots_may_be_written_in_any_order_and_with_an_offset(tmp_path: Path) -> None:
    text = 'name = "Day"\ntables = 1\n' + "".join(
        f'[[slots]]\nid = {number}\nstart = {start}\nend = "{end}"\n'
        for number, start, end in (
            (2, "2027-03-18T15:00:00+02:00", "14:12"),
            (1, '"18/03/2027 13h30"', "13:42"),
        )
    )
    event = read(tmp_path, event=text).event
    assert event is not None
    assert [(each.id, each.start, each.end) for each in event.slots] == [
        ("1", datetime(2027, 3, 18, 13, 30), datetime(2027, 3, 18, 13, 42)),
        ("2", datetime(2027, 3, 18, 14, 0), datetime(2027, 3, 18, 14, 12)),
    ]


def test_an_id_may_be_made_from_the_address_and_a_name_from_one_column(tmp_path: Path) -> None:
    people = "Nom complet;E-mail;Société;Région;Langues\nAnn Arnaut;Ann@Acme.be;Acme;FR;fr\n"
    event = read(tmp_path, participants=people, wishes="de;à;rang\n").event
    assert event is not None
    who = event.participants[0]
    assert (who.id, who.first_name, who.last_name) == ("ann@acme.be", "", "Ann Arnaut")


def test_rooms_that_are_named_but_not_listed_are_made(tmp_path: Path) -> None:
    tables = EVENT.replace("tables = 2\n", "") + (
        f'[[tables]]\nid = "A"\nroom = "hall"\n{WORKSHOP}{SESSION}room = "zaal"\n'
    )
    event = read(tmp_path, event=tables).event
    assert event is not None
    assert [each.id for each in event.rooms] == ["hall", "zaal"]


def test_any_table_may_be_a_file_of_its_own(tmp_path: Path) -> None:
    met = "participant a,participant b\nann,cas\n"
    (folder(tmp_path) / "already_met.csv").write_text(met, encoding="utf-8")
    event = read_event(tmp_path).event
    assert event is not None
    assert [each.key for each in event.already_met] == [{"ann", "cas"}]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("event.toml", "event"),
        ("slots.csv", "slots"),
        ("Deelnemers.XLSX", "participants"),
        ("déjà rencontrés.tsv", "already_met"),
        ("event.xlsx", None),
        ("rules.csv", None),
        ("Event.toml", None),
        ("participants.pdf", None),
        ("guests.csv", None),
    ],
)
def test_files_of_a_folder_are_known_by_their_names(name: str, table: str | None) -> None:
    assert table_of_file(name) == table


def test_files_may_be_named_in_french_or_dutch(tmp_path: Path) -> None:
    path = folder(tmp_path, participants=None, deelnemers=PARTICIPANTS)
    assert read_event(path).event is not None


def test_what_is_read_from_json_is_examined_too(tmp_path: Path) -> None:
    event = factories.event(
        [factories.person("ann", region="FR", languages=("fr",)), factories.person("ben")],
        wishes=(factories.wish("ann", "ben"),),
    )
    file = tmp_path / "event.json"
    file.write_text(to_json(event), encoding="utf-8")
    registrations = read_event(file)
    assert registrations.event == event
    assert found(registrations) == [
        ("event.json", None, "participants.1", "missing-language"),
        ("event.json", None, "participants.1", "missing-region"),
    ]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"name": 3}', "[" * 100_000, '{"a": 1' + "0" * 5000 + "}"]
)
def test_bad_json_is_a_problem(text: str, tmp_path: Path) -> None:
    file = tmp_path / "event.json"
    file.write_text(text, encoding="utf-8")
    registrations = read_event(file)
    assert registrations.event is None
    assert {each.code for each in registrations.problems} <= {"json", "unreadable-file"}


def test_json_in_no_known_encoding_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "event.json"
    file.write_bytes(json.dumps({}).encode("utf-16-le"))
    assert found(read_event(file)) == [("event.json", None, "", "unreadable-file")]


def test_a_written_folder_shows_no_formula_to_a_spreadsheet(tmp_path: Path) -> None:
    event = factories.event([factories.person("ann", last_name='=HYPERLINK("x")', region="FR")])
    write_folder(event, tmp_path)
    text = (tmp_path / "participants.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[1].startswith("""ann;;"'=HYPERLINK(""x"")";""")
    assert read_event(tmp_path).event == event


@pytest.mark.parametrize(("leaders", "codes"), [(("ann",), []), (("ben",), ["away-from-session"])])
def test_json_whose_sessions_cannot_be_held_is_refused(
    leaders: tuple[str, ...], codes: list[str], tmp_path: Path
) -> None:
    speaks = {"region": "FR", "languages": ("fr",)}
    event = factories.event(
        [factories.person("ann", **speaks), factories.person("ben", unavailable={"2"}, **speaks)],
        workshops=[Workshop(id="w", title="W")],
        sessions=[Session(id="s", workshop="w", slots=("2",), capacity=1, facilitators=leaders)],
    )
    (tmp_path / "event.json").write_text(to_json(event), encoding="utf-8")
    registrations = read_event(tmp_path / "event.json")
    assert registrations.event == (None if codes else event)
    assert found(registrations) == [
        ("event.json", None, "sessions.0.facilitators", each) for each in codes
    ]
