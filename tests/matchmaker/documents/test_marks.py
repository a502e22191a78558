import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.chapters import bound
from matchmaker.documents.marks import MARKS, NO_MARK, legend, mark_of, region_marks
from matchmaker.documents.table_plan import table_plan
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.reading import drawn, pages


def among(*regions: str) -> Event:
    people = [factories.person(f"p{n}", region=each) for n, each in enumerate(regions)]
    return factories.event(people)


def letters(*regions: str) -> dict[str, str]:
    return {region: mark.letter for region, mark in region_marks(among(*regions)).items()}


@pytest.mark.parametrize(
    ("regions", "expected"),
    [
        (("EL", "FR"), {"FR": "F", "EL": "E"}),
        (("ES", "EL"), {"EL": "EL", "ES": "ES"}),
        (("Bruxelles", "Brabant"), {"Brabant": "BR", "Bruxelles": "BU"}),
        (("Zuid-Holland", "Zeeland"), {"Zeeland": "ZE", "Zuid-Holland": "ZH"}),
        (("FR", "Flevoland", "VLG", "WAL"), {"FR": "F", "WAL": "W", "VLG": "V", "Flevoland": "FL"}),
        (("b", "B"), {"B": "B1", "b": "B2"}),
    ],
)
def test_regions_that_begin_alike_have_two_letters(
    regions: tuple[str, ...], expected: dict[str, str]
) -> None:
    assert letters(*regions) == expected


@given(st.lists(st.text(min_size=1, max_size=6).map(str.strip).filter(bool), max_size=40))
def test_no_two_regions_have_the_same_letters(regions: list[str]) -> None:
    found = letters(*regions, *MARKS)
    assert found.keys() == {*regions, *MARKS}
    assert len(set(found.values())) == len(found)
    assert [found[each] for each in MARKS] == ["F", "W", "V"]
    assert letters(*MARKS, *reversed(regions)) == found


def test_whoever_is_of_no_region_has_no_mark() -> None:
    event = among("", "EL")
    assert [mark_of(event, each).letter for each in event.participants] == ["", "E"]
    assert mark_of(event, event.participants[0]) is NO_MARK


def test_the_legend_and_the_marks_of_a_plan_have_the_same_letters() -> None:
    event = among("EL", "ES")
    assert legend(event, Paper(["en"])) == "EL = EL · ES = ES"
    met = Timetable(meetings=(factories.meeting("p0", "p1"),))
    found = pages(bound(table_plan(event, met, "en")))[1]
    for each in event.participants:
        assert f"{each.region}{drawn(each.name)}" in found
    assert "EL=EL·ES=ES" in found
