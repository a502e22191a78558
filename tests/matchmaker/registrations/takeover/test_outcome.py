"""What files that are sent later make of an event."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings

from matchmaker.differences import Kind, differences
from matchmaker.errors import Severity
from matchmaker.event import Event
from matchmaker.registrations.mapping import NO_MAPPING, ColumnMapping
from matchmaker.registrations.reader import read_event
from matchmaker.registrations.records import Source
from matchmaker.registrations.takeover.outcome import Outcome, taken_over
from matchmaker.registrations.takeover.parts import Guide
from matchmaker.registrations.writer import workbook
from tests.factories import event, person, wish
from tests.matchmaker.registrations.strategies import events

ROOT = Path(__file__).parents[4]
PLAIN = Guide(NO_MAPPING, {})
TOML = b"""name = "Spring day"
tables = 2
[[slots]]
id = "1"
start = 2027-03-18T13:30:00
end = 2027-03-18T13:42:00
"""


def day() -> Event:
    return event(
        [
            person("a", email="a@example.org", region="FR", languages=("fr",), table="2"),
            person("b", languages=("nl",), unavailable={"3"}, cluster="lin"),
            person("c", languages=("fr",)),
        ],
        wishes=[wish("a", "b"), wish("b", "c", 2), wish("c", "a", "never")],
    )


def after(outcome: Outcome) -> Event:
    assert outcome.event is not None, outcome.problems
    return outcome.event


def take(whole: Event, guide: Guide = PLAIN, /, **files: bytes | str) -> Outcome:
    named = {name.replace("_", "."): content for name, content in files.items()}
    contents = {n: c if isinstance(c, bytes) else c.encode() for n, c in named.items()}
    return taken_over(whole, [Source(n, c) for n, c in contents.items()], guide)


def kinds(before: Event, outcome: Outcome) -> list[tuple[str, tuple[str, ...], Kind]]:
    return [(e.table, e.key, e.kind) for e in differences(before, after(outcome)).all]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(events())
def test_the_same_workbook_changes_nothing(whole: Event) -> None:
    outcome = take(whole, day_xlsx=workbook(whole))
    assert [each for each in outcome.problems if each.severity is Severity.ERROR] == []
    assert differences(whole, after(outcome)).is_empty
    assert (outcome.missing_people, outcome.missing_wishes) == ((), ())


def test_the_folder_that_made_the_event_changes_nothing() -> None:
    folder = ROOT / "fixtures" / "eurometropolis"
    whole = read_event(folder).event
    assert whole is not None
    files = [Source(each.name, each.read_bytes()) for each in folder.iterdir()]
    assert differences(whole, after(taken_over(whole, files, PLAIN))).is_empty


def test_participants_alone_add_and_change_people_and_leave_all_else() -> None:
    text = "id;nom;organisation;région\na;a;a;WAL\nd;Durand;Moulin;FR\n"
    outcome = take(day(), deelnemers_csv=text)
    found = differences(day(), after(outcome))
    assert [(each.table, each.key, each.kind) for each in found.all] == [
        ("organisations", ("Moulin",), Kind.ADDED),
        ("participants", ("a",), Kind.CHANGED),
        ("participants", ("d",), Kind.ADDED),
    ]
    [changed] = found.of("participants", Kind.CHANGED)
    assert [(each.name, each.before, each.after) for each in changed.fields] == [
        ("region", "FR", "WAL")
    ]
    assert [each.id for each in outcome.missing_people] == ["b", "c"]
    assert outcome.missing_wishes == ()


def test_an_empty_cell_clears_a_field_and_a_missing_column_leaves_it() -> None:
    text = "id;nom;organisation;cluster\nb;b;b;\n"
    [(_, _, kind)] = kinds(day(), take(day(), participants_csv=text))
    assert kind is Kind.CHANGED
    new = after(take(day(), participants_csv=text)).participant_by_id["b"]
    assert (new.cluster, new.unavailable, new.languages) == ("", frozenset({"3"}), ("nl",))


def test_wishes_alone_are_among_the_people_who_are_there() -> None:
    outcome = take(day(), voeux_csv="de;à;rang\na@example.org;b;3\nc;b;1\n")
    assert kinds(day(), outcome) == [
        ("wishes", ("a", "b"), Kind.CHANGED),
        ("wishes", ("c", "b"), Kind.ADDED),
    ]
    assert {(each.wisher, each.wished) for each in outcome.missing_wishes} == {
        ("b", "c"),
        ("c", "a"),
    }
    assert outcome.missing_people == ()


def test_somebody_is_known_by_their_address_where_a_file_has_no_ids() -> None:
    people = "prénom;nom;courriel;société\nAnna;a;A@example.org;a\n"
    outcome = take(day(), participants_csv=people, wishes_csv="de,à,rang\nA@example.org,c,1\n")
    assert kinds(day(), outcome) == [
        ("participants", ("a",), Kind.CHANGED),
        ("wishes", ("a", "c"), Kind.ADDED),
    ]


def test_several_lists_of_people_are_read_one_after_the_other() -> None:
    one = "id;nom;organisation\nd;Durand;Moulin\n"
    other = "id;naam;bedrijf\ne;Peeters;Weverij\n"
    outcome = take(day(), **{"participants.csv": one, "deelnemers.csv": other})
    assert [key for table, key, _ in kinds(day(), outcome) if table == "participants"] == [
        ("d",),
        ("e",),
    ]


def test_a_file_of_any_name_is_known_by_its_columns() -> None:
    outcome = take(day(), **{"Export 12 (3).csv": "Prénom;Nom;Société;Mail\nJo;Bo;Moulin;j@b.be\n"})
    assert [key for table, key, _ in kinds(day(), outcome) if table == "participants"] == [
        ("j@b.be",)
    ]


def test_a_file_that_nobody_understands_is_left_out_until_it_is_said_what_it_holds() -> None:
    text = "Qui;Boîte;Remarque\nDurand;Moulin;x\n"
    outcome = take(day(), **{"liste.csv": text})
    assert [each.code for each in outcome.problems] == ["unknown-sheet"]
    columns = {"Qui": "name", "Boîte": "organisation", "Remarque": "id"}
    guide = Guide(ColumnMapping(columns={"participants": columns}), {"liste.csv": "participants"})
    added = after(take(day(), guide, **{"liste.csv": text})).participant_by_id["x"]
    assert (added.last_name, added.organisation) == ("Durand", "Moulin")
    left_out = Guide(NO_MAPPING, {"liste.csv": ""})
    assert take(day(), left_out, **{"liste.csv": text}).problems == ()


def test_a_programme_replaces_what_it_names_and_people_forget_slots_that_are_gone() -> None:
    outcome = take(day(), event_toml=TOML)
    whole = after(outcome)
    assert [each.id for each in whole.slots] == ["1"]
    assert whole.participant_by_id["b"].unavailable == frozenset()
    assert whole.participant_by_id["a"].table == "2"
    assert len(whole.wishes) == 3
    assert outcome.sent.has_programme


def test_the_programme_stays_where_this_is_asked() -> None:
    people = b"id;nom;organisation\nd;Durand;Moulin\n"
    files = [Source("event.toml", TOML), Source("participants.csv", people)]
    whole = after(taken_over(day(), files, PLAIN, programme_stays=True))
    assert (whole.slots, whole.name) == (day().slots, day().name)
    assert "d" in whole.participant_by_id


def test_all_errors_are_told_with_their_places() -> None:
    people = "id;nom;organisation;indisponible\nd;Durand;Moulin;12\n"
    outcome = take(day(), participants_csv=people, wishes_csv="de;à;rang\nzoe;b;x\n")
    assert outcome.event is None
    errors = [each for each in outcome.problems if each.severity is Severity.ERROR]
    assert [(each.file, each.row, each.code) for each in errors] == [
        ("participants.csv", 2, "unknown-slot"),
        ("wishes.csv", 2, "unknown-participant"),
        ("wishes.csv", 2, "bad-rank"),
    ]


def test_remarks_on_the_event_as_it_stands_are_not_made_again() -> None:
    crowded = event([person("a"), person("A", organisation="a")])
    assert [each.file for each in take(crowded, wishes_csv="from,to,rank\n").problems] == [
        each.file for each in take(crowded, wishes_csv="from,to,rank\n").problems if each.file
    ]


WISH_OF_COLLEAGUES = "from,to,rank\na,b,1\n"


def colleagues() -> Event:
    people = [person("a", organisation="mill"), person("b", organisation="mill"), person("c")]
    return event(people)


def test_rules_of_the_event_are_mended_on_their_page() -> None:
    outcome = take(colleagues(), wishes_csv=WISH_OF_COLLEAGUES)
    assert [str(each.remedy) for each in outcome.problems] == [
        "Delete the wish, or tick “Colleagues may meet” on the page of rules and weights."
    ]


def test_rules_of_a_file_are_mended_there() -> None:
    rules = TOML + b"[rules]\ntrios = false\n"
    outcome = take(colleagues(), event_toml=rules, wishes_csv=WISH_OF_COLLEAGUES)
    assert "Delete the wish, or set same_organisation = true under [rules]." in [
        str(each.remedy) for each in outcome.problems
    ]
