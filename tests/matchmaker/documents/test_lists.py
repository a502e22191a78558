from collections.abc import Callable
from functools import partial
from weakref import WeakSet

from matchmaker.documents.blocks import block
from matchmaker.documents.list_cells import Room
from matchmaker.documents.lists import columns, fleeting, line, list_pages, titled
from matchmaker.documents.pagination import Row
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.stacks import stack
from matchmaker.documents.style import BODY
from tests.matchmaker.documents.reading import outside, pages

OF = columns(("Name", 0), ("Number", 60.0))
HEAD = Row(20, lambda _sheet, _y: None)
COUNT = 120


def row(number: int, held: WeakSet[Row] | None = None) -> Row:
    name = stack([block(f"Name {number} " * (1 + number % 40), BODY, OF[0].width)])
    made = line(OF, (name, Room()))
    if held is not None:
        held.add(made)
    return made


def printed(set_row: Callable[[int], Row]) -> bytes:
    pages = list_pages("List", HEAD, OF, [set_row(number) for number in range(COUNT)])
    return pdf(pages, About("List", "Nobody", "en"))


def test_a_list_of_fleeting_rows_is_the_same_to_the_byte() -> None:
    assert printed(row) == printed(lambda number: fleeting(partial(row, number)))


def test_nothing_of_a_fleeting_row_is_held_before_it_is_drawn() -> None:
    held: WeakSet[Row] = WeakSet()
    rows = [fleeting(partial(row, number, held)) for number in range(COUNT)]
    assert len(rows) == COUNT
    assert len(held) == 0
    kept = [row(number, held) for number in range(COUNT)]
    assert len(held) == len(kept)


def test_the_title_of_a_part_stands_over_it_on_each_of_its_pages() -> None:
    def title(text: str) -> Row:
        return line(OF, (stack([block(text, BODY, OF[0].width)]), Room()))

    parts = (("One", range(90)), ("Two", range(90, 95)))
    rows = [each for name, numbers in parts for each in titled(title(name), [*map(row, numbers)])]
    content = pdf(list_pages("List", HEAD, OF, rows), About("List", "Nobody", "en"))
    texts = pages(content)
    assert len(texts) > 2
    assert all(text.count("One") == 1 for text in texts)
    assert "".join(texts).count("Two") == 1
    assert texts[-1].index("Name89") < texts[-1].index("Two") < texts[-1].index("Name90")
    assert outside(content) == []
