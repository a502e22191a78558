"""A column that holds whole names: capitals tell which part is the last name."""

from pathlib import Path

import pytest

from matchmaker.people import Participant
from matchmaker.registrations.reader import read_event
from matchmaker.registrations.whole_names import apart
from matchmaker.registrations.writer import workbook, write_folder
from tests.matchmaker.registrations.files import found, read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Marie DUJARDIN", ("Marie", "DUJARDIN")),
        ("DUJARDIN Marie", ("Marie", "DUJARDIN")),
        ("DUJARDIN, Marie", ("Marie", "DUJARDIN")),
        ("Jean-Marc HOUZÉ", ("Jean-Marc", "HOUZÉ")),
        ("Anne de LANNOY", ("Anne", "de LANNOY")),
        ("de LANNOY Anne", ("Anne", "de LANNOY")),
        ("Maria de Lourdes de la FONTAINE", ("Maria de Lourdes", "de la FONTAINE")),
        ("Koen D'HAENE", ("Koen", "D'HAENE")),
        ("D’HAENE Koen", ("Koen", "D’HAENE")),
        ("Luc d'HONDT", ("Luc", "d'HONDT")),
        ("VAN DEN BROECK Jan", ("Jan", "VAN DEN BROECK")),
        ("Jan Van den BROECK", ("Jan", "Van den BROECK")),
        ("Jan VAN de PUTTE", ("Jan", "VAN de PUTTE")),
        ("Sofie MAES-DE SMET", ("Sofie", "MAES-DE SMET")),
        ("Jan P. 'T HART", ("Jan P.", "'T HART")),
        ("Pham Van LY", ("Pham", "Van LY")),
    ],
)
def test_capitals_tell_the_last_name(text: str, names: tuple[str, str]) -> None:
    assert apart(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Marie Dujardin",
        "MARIE DUJARDIN",
        "DUJARDIN",
        "de LANNOY",
        "JP Dujardin",
        "J. Dujardin",
        "Marie DUJARDIN (CEO)",
        "DUPONT Marie LEROY",
        "Marie McDONALD",
    ],
)
def test_without_such_a_hint_a_name_stays_whole(text: str) -> None:
    assert apart(text) is None


def people_of(folder: Path, text: str) -> list[tuple[str, str]]:
    """Return the first and last names of a list of participants."""
    event = read(folder, participants=text, wishes="from,to,rank\n").event
    assert event is not None
    return [(each.first_name, each.last_name) for each in event.participants]


@pytest.mark.parametrize("header", ["Prénom NOM", "Nom", "Volledige naam"])
def test_a_list_without_first_names_is_split_in_two(header: str, tmp_path: Path) -> None:
    rows = "1,Fatima CARLIER,Acme,FR,fr\n2,DE SMET Jan,Bolt,FR,fr\n3,Zoë,Bolt,FR,fr\n"
    listed = f"id,{header},organisation,region,languages\n{rows}"
    assert people_of(tmp_path, listed) == [
        ("Fatima", "CARLIER"),
        ("Jan", "DE SMET"),
        ("", "Zoë"),
    ]


def test_a_list_with_first_names_is_left_as_it_is(tmp_path: Path) -> None:
    listed = "id,prénom,nom,organisation\n1,,Fatima CARLIER,Acme\n2,Jan,Anna MAES,Acme\n"
    assert people_of(tmp_path, listed) == [("", "Fatima CARLIER"), ("Jan", "Anna MAES")]


def test_names_that_do_not_tell_are_noted_once(tmp_path: Path) -> None:
    rows = (
        "1,Ann Arnaut,Acme,FR,fr\n2,Zoë,Bolt,FR,fr\n3,Ben Boone,Bolt,FR,fr\n4,Cas MAES,Bolt,FR,fr\n"
    )
    listed = f"id,Nom complet,organisation,region,languages\n{rows}"
    registrations = read(tmp_path, participants=listed, wishes="from,to,rank\n")
    assert found(registrations) == [("participants.csv", 2, "Nom complet", "whole-name")]
    [only] = registrations.problems
    assert str(only.what).endswith(": 2, such as Ann Arnaut.")
    assert registrations.event is not None
    assert registrations.event.participants[0].last_name == "Ann Arnaut"


def test_an_event_keeps_whole_last_names_when_it_is_written_and_read(tmp_path: Path) -> None:
    event = read(tmp_path / "in").event
    assert event is not None
    one = Participant(id="x", last_name="Fatima CARLIER", organisation="Acme")
    event = event.model_copy(update={"participants": (*event.participants, one)})
    write_folder(event, tmp_path / "out")
    (tmp_path / "out.xlsx").write_bytes(workbook(event))
    (tmp_path / "out.json").write_text(event.model_dump_json(), encoding="utf-8")
    again = [read_event(tmp_path / each).event for each in ("out", "out.xlsx", "out.json")]
    assert again == [event] * 3
