"""What files make where there is no event yet."""

from pathlib import Path

import pytest

from matchmaker.formats import to_json
from matchmaker.registrations.mapping import NO_MAPPING, ColumnMapping
from matchmaker.registrations.reader import read_event
from matchmaker.registrations.records import Source
from matchmaker.registrations.takeover.beginning import begun
from matchmaker.registrations.takeover.outcome import Outcome
from matchmaker.registrations.takeover.parts import Guide
from matchmaker.registrations.takeover.remedies import on_the_page
from tests.factories import event, wish

FIXTURES = Path(__file__).parents[4] / "fixtures"
PLAIN = Guide(NO_MAPPING, {})
TOML = b"""name = "Spring day"
tables = 2
[[slots]]
id = "1"
start = 2027-03-18T13:30:00
end = 2027-03-18T13:42:00
"""


def made(guide: Guide = PLAIN, needs_people: bool = False, **files: str | bytes) -> Outcome:
    named = {name.replace("_", "."): content for name, content in files.items()}
    contents = {n: c if isinstance(c, bytes) else c.encode() for n, c in named.items()}
    return begun([Source(n, c) for n, c in contents.items()], guide, needs_people)


@pytest.mark.parametrize("name", ["small", "eurometropolis", "infeasible"])
def test_the_files_of_a_folder_make_what_the_folder_holds(name: str) -> None:
    files = [each for each in sorted((FIXTURES / name).iterdir()) if each.is_file()]
    outcome = begun([Source(each.name, each.read_bytes()) for each in files], PLAIN)
    folder = read_event(FIXTURES / name)
    assert (outcome.event, outcome.problems) == (folder.event, folder.problems)


def test_json_makes_the_event_that_it_holds() -> None:
    day = event(["Ann", "Bob"], wishes=[wish("Ann", "Bob")])
    assert made(day_json=to_json(day)).event == day


def test_a_list_under_any_name_is_read_by_what_is_said_of_it() -> None:
    text = "Code;Nom;Boîte\na;Anna;Moulin\n"
    said = ColumnMapping(columns={"participants": {"Boîte": "organisation"}})
    outcome = made(Guide(said, {}), event_toml=TOML, Export_csv=text)
    assert outcome.event is not None, outcome.problems
    assert [each.organisation for each in outcome.event.participants] == ["Moulin"]


def test_without_people_there_is_an_event_unless_they_are_needed() -> None:
    assert made(event_toml=TOML).event is not None
    needed = made(needs_people=True, event_toml=TOML)
    assert needed.event is None
    assert [each.code for each in needed.problems] == ["missing-file"]


def test_a_list_alone_is_no_event() -> None:
    outcome = made(people_csv="id,last_name,organisation\na,Ann,Mill\n")
    assert outcome.event is None
    assert not outcome.sent.has_programme


def test_on_the_website_columns_are_mended_on_their_page() -> None:
    outcome = made(event_toml=TOML, participants_csv="Code,Nom,GSM\na,Anna,1\n")
    problems = on_the_page(outcome.problems)
    remedies = {each.code: str(each.remedy) for each in problems}
    for code in ("missing-column", "unknown-column"):
        assert "on the page of the columns" in remedies[code]
