import pytest

from matchmaker.documents.chapters import Chapter, Volume, bound, volume
from matchmaker.documents.room_drawings import room_drawings
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.programme import Room, Table
from tests import factories
from tests.matchmaker.documents.reading import chapters, drawn, outside, overlaps, pages

PAPER = Paper(["fr", "nl"])


def drawings(event: Event) -> bytes:
    found: list[Chapter] = list(room_drawings(event, PAPER, "foot"))
    document: Volume = volume(event, PAPER, "Plan", found)
    return bound(document)


def test_each_room_has_a_page_with_its_tables() -> None:
    rooms = (Room(id="a", name={"fr": "Bleue", "nl": "Blauw"}), Room(id="b"))
    tables = (Table(id="1", room="a"), Table(id="2", room="b"), Table(id="3", room="a"))
    found = chapters(drawings(factories.event(["Ann"], rooms=rooms, tables=tables)))
    assert list(found) == ["Bleue / Blauw", "b"]
    assert "13" in found["Bleue / Blauw"]
    assert "2" in found["b"]


def test_a_table_that_somebody_keeps_names_their_firm() -> None:
    event = factories.event([factories.person("Ann", table="2", organisation="Pôle Textile")])
    assert drawn("Pôle Textile") in pages(drawings(event))[0]


@pytest.mark.parametrize("count", [1, 24, 120, 500])
def test_placed_tables_neither_overlap_nor_leave_the_page(count: int) -> None:
    tables = tuple(
        Table(id=str(n), x=n % 25 * 3 + n % 2, y=n * 7 % 11 * 2 + n // 25 * 30)
        for n in range(count)
    )
    content = drawings(factories.event(["Ann"], tables=(*tables, Table(id="late"))))
    assert outside(content) == overlaps(content) == []
    assert "late" in pages(content)[0]


@pytest.mark.parametrize("count", [1, 24, 120, 500])
@pytest.mark.parametrize("length", [1, 9, 60])
def test_nothing_overlaps_or_leaves_the_page(count: int, length: int) -> None:
    tables = tuple(Table(id=f"{number}".rjust(length, "W")) for number in range(count))
    person = factories.person("Ann", table=tables[0].id, organisation="Maatschappij " * 8)
    content = drawings(factories.event([person], tables=tables))
    assert outside(content) == overlaps(content) == []
