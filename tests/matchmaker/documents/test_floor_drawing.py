from io import BytesIO

import pdfplumber
import pytest

from matchmaker.documents.floor import floors
from matchmaker.documents.floor_drawing import Box, draw_floor
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.style import PORTRAIT, Colour
from matchmaker.programme import Table
from tests import factories
from tests.matchmaker.documents.reading import overlaps, pages

BOX = Box(60, 60, 270, 80)


def drawing(*tables: str, picked: tuple[str, ...] = ()) -> bytes:
    event = factories.event(["Ann"], tables=tuple(Table(id=each) for each in tables))
    (floor,) = floors(event)

    def draw(sheet: Sheet) -> None:
        draw_floor(sheet, floor, BOX, picked)

    return pdf([Page(draw, PORTRAIT)], About("", "", "en"))


def dark(content: bytes) -> int:
    ink = tuple(int(Colour.INK[at : at + 2], 16) for at in (1, 3, 5))
    with pdfplumber.open(BytesIO(content)) as file:
        fills = (each["non_stroking_color"] for each in file.pages[0].rects if each["fill"])
        return sum(tuple(round(255 * each) for each in hue) == ink for hue in fills)


def test_few_tables_carry_their_numbers() -> None:
    content = drawing(*(str(number) for number in range(1, 25)))
    assert pages(content) == ["".join(str(number) for number in range(1, 25))]


@pytest.mark.parametrize("count", [1, 24, 130, 500])
def test_the_tables_picked_are_dark_and_no_others(count: int) -> None:
    ids = [str(number) for number in range(1, count + 1)]
    assert dark(drawing(*ids, picked=(ids[0],))) == 1
    assert dark(drawing(*ids, picked=("elsewhere",))) == 0


def test_of_many_tables_each_row_names_its_first_and_last() -> None:
    content = drawing(*(str(number) for number in range(1, 131)))
    (text,) = pages(content)
    assert text.startswith("1–15")
    assert text.endswith("121–130")
    assert overlaps(content) == []


@pytest.mark.parametrize("count", [1, 7, 24, 60, 130, 500])
@pytest.mark.parametrize("length", [1, 12, 40])
def test_nothing_leaves_the_box_or_overlaps(count: int, length: int) -> None:
    content = drawing(*(f"{number}".rjust(length, "W") for number in range(count)))
    assert overlaps(content) == []
    with pdfplumber.open(BytesIO(content)) as file:
        items = [*file.pages[0].chars, *file.pages[0].rects]
    assert all(BOX.x - 1 <= each["x0"] for each in items)
    assert all(each["x1"] <= BOX.x + BOX.width + 1 for each in items)
    assert all(BOX.y - 1 <= each["top"] for each in items)
    assert all(each["bottom"] <= BOX.y + BOX.height + 1 for each in items)
