from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.agenda_fitting import Arrangement, Part, arranged
from matchmaker.documents.agenda_grid import CLOSEST, DENSITIES, MOST_LINES, Density
from matchmaker.documents.pagination import Row

LINE = 11.0


def part(lines: int) -> Part:
    """Return a row of two lines, and of so many lines of offers where these may be whole."""

    def made(density: Density, most: int) -> Row:
        return Row((2 + min(lines, most)) * LINE + 2 * density.air, lambda _sheet, _y: None)

    return made


def terser(row: Part) -> Part:
    """Return a row of one line where it is terse, else `row`."""
    one = Row(LINE, lambda _sheet, _y: None)
    return lambda density, most: one if density.is_terse else row(density, most)


def heights(pages: list[list[Row]]) -> list[float]:
    return [sum(each.height for each in page) for page in pages]


def test_rows_are_as_roomy_as_their_page_permits() -> None:
    parts = [part(3)] * 4
    roomy, close = DENSITIES[0], DENSITIES[3]
    for density in (roomy, close):
        room = 4 * part(3)(density, MOST_LINES).height
        assert heights(arranged(parts, [Arrangement((room,))])) == [room]


def test_texts_are_shortened_only_where_no_density_gets_them_whole() -> None:
    parts = [part(9)] * 4
    room = 4 * part(2)(CLOSEST, 2).height
    assert heights(arranged(parts, [Arrangement((room,))])) == [room]


def test_what_the_first_arrangement_does_not_hold_goes_into_the_second() -> None:
    parts = [part(5)] * 4
    first = Arrangement((4 * part(1)(CLOSEST, 1).height,), least=2)
    second = Arrangement((200.0, 200.0))
    assert len(arranged(parts, [first, second])) == 2


def test_what_no_arrangement_holds_takes_as_many_pages_as_it_needs() -> None:
    pages = arranged([part(0)] * 30, [Arrangement((100.0, 80.0), least=0)])
    assert len(pages) > 2
    assert sum(len(each) for each in pages) == 30


def test_rows_are_terse_only_where_no_arrangement_holds_them_otherwise() -> None:
    whole = part(0)(CLOSEST, 0).height
    arrangements = [
        Arrangement((4 * whole,), least=0),
        Arrangement((4 * whole, 4 * whole), least=0),
    ]
    for count, expected in ((4, [4 * whole]), (8, [4 * whole] * 2), (9, [8 * LINE, LINE])):
        found = heights(arranged([terser(part(0))] * count, arrangements))
        assert found == expected


def test_terse_rows_say_all_that_is_known_as_long_as_there_is_room() -> None:
    def terse(_density: Density, lines: int) -> Row:
        return Row(LINE * (2 if lines else 1), lambda _sheet, _y: None)

    def made(density: Density, lines: int) -> Row:
        return terse(density, lines) if density.is_terse else part(0)(density, lines)

    found = arranged([made] * 4, [Arrangement((6 * LINE,), least=0)])
    assert [each.height for each in found[0]] == [2 * LINE, 2 * LINE, LINE, LINE]


def test_a_little_row_is_not_left_alone_on_a_page_when_closer_rows_take_it_along() -> None:
    parts = [*[part(3)] * 4, part(0)]
    room = 4 * part(3)(DENSITIES[0], MOST_LINES).height + LINE
    assert [len(each) for each in arranged(parts, [Arrangement((room, 300.0))])] == [5, 0]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=30), st.floats(150, 600))
def test_no_row_is_lost_and_no_page_is_overfull(lines: list[int], room: float) -> None:
    arrangement = Arrangement((room, room * 0.8), least=0)
    pages = arranged([part(each) for each in lines], [arrangement])
    assert sum(len(each) for each in pages) == len(lines)
    assert all(height <= room for height in heights(pages))
