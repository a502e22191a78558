from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from pypdf import PdfReader

from matchmaker.documents.blocks import block
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import BODY, PORTRAIT
from tests.matchmaker.documents.reading import parts, unmarked

ABOUT = About("Title", "Author", "fr")


def printed(*draws: Any, **fields: Any) -> bytes:
    return pdf([Page(draw, PORTRAIT, **fields) for draw in draws], ABOUT)


def say(sheet: Sheet, text: str, y: float = 100) -> None:
    sheet.put(block(text, BODY, 300), 60, y)


def test_a_text_in_no_part_is_a_paragraph() -> None:
    assert parts(printed(lambda sheet: say(sheet, "Lys"))) == [("P", "Lys")]


def test_texts_of_one_part_are_read_together_whatever_is_drawn_between() -> None:
    def draw(sheet: Sheet) -> None:
        with sheet.part(Role.TITLE):
            say(sheet, "one")
            sheet.rule((0, 0), (9, 9))
            say(sheet, "two", 130)

    assert parts(printed(draw)) == [("H1", "one two")]


def test_words_of_two_lines_are_read_apart_unless_a_hyphen_joins_them() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.put(block("Lille Kortrijk agro-alimentaire", BODY, 60), 60, 100)

    assert parts(printed(draw)) == [("P", "Lille Kortrijk agro-alimentaire")]


def test_parts_are_read_in_the_order_they_were_begun_in() -> None:
    def draw(sheet: Sheet) -> None:
        with sheet.part(Role.TABLE), sheet.part(Role.ROW):
            with sheet.part(Role.HEADER, scope="Row"):
                say(sheet, "13:30", 300)
            with sheet.part(Role.CELL):
                say(sheet, "Ann", 100)

    assert parts(printed(draw)) == [("TH", "13:30"), ("TD", "Ann")]


def test_what_is_drawn_aside_is_not_read() -> None:
    def draw(sheet: Sheet) -> None:
        with sheet.aside():
            say(sheet, "12")
        say(sheet, "Ann", 130)

    content = printed(draw, left="foot")
    assert parts(content) == [("P", "Ann")]
    assert unmarked(content) == []


def test_a_figure_says_what_it_shows() -> None:
    def draw(sheet: Sheet) -> None:
        with sheet.part(Role.FIGURE, alternative="Plan de la salle É"):
            sheet.box(10, 10, (30, 30))

    with pdfplumber.open(BytesIO(printed(draw))) as file:
        (document,) = file.structure_tree
        assert document["children"][0]["type"] == "Figure"
        assert document["children"][0]["alt_text"] == "Plan de la salle É"


def test_a_section_goes_on_over_its_pages() -> None:
    pages = [
        Page(lambda sheet: say(sheet, "one"), PORTRAIT, outline="Ann"),
        Page(lambda sheet: say(sheet, "two"), PORTRAIT),
        Page(lambda sheet: say(sheet, "three"), PORTRAIT, outline="Bob"),
    ]
    reader = PdfReader(BytesIO(pdf(pages, ABOUT)))
    tree: Any = reader.root_object["/StructTreeRoot"]
    sections = tree["/K"][0].get_object()["/K"]
    assert [each.get_object()["/S"] for each in sections] == ["/Sect", "/Sect"]
    assert [len(each.get_object()["/K"]) for each in sections] == [2, 1]


def test_every_mark_of_a_page_is_owned_by_the_part_that_names_it() -> None:
    def draw(sheet: Sheet) -> None:
        for number in range(5):
            say(sheet, f"text {number}", 100 + 20 * number)

    reader = PdfReader(BytesIO(printed(draw, draw)))
    tree: Any = reader.root_object["/StructTreeRoot"]
    owners = tree["/ParentTree"]["/Nums"]
    for number, page in enumerate(reader.pages):
        key: Any = page["/StructParents"]
        assert key == number
        elements = [each.get_object() for each in owners[2 * number + 1]]
        assert [each["/K"][0] for each in elements] == list(range(5))
        assert all(each["/Pg"].get_object() == page.get_object() for each in elements)


@pytest.mark.parametrize("text", ["سلام عليكم", "יוסף כהן", "Ann (יוסף)"])
def test_text_from_right_to_left_is_read_out_as_it_was_written(text: str) -> None:
    content = printed(lambda sheet: say(sheet, text))
    page = PdfReader(BytesIO(content)).pages[0]
    stream = page.get_contents()
    assert stream is not None
    spoken = f"{text} ".encode("utf-16-be").hex().upper()
    assert f"/ActualText <FEFF{spoken}>".encode() in stream.get_data()


def test_content_that_is_moved_keeps_its_marks_in_order() -> None:
    def draw(sheet: Sheet) -> None:
        say(sheet, "before")
        with sheet.moved(100, 200):
            say(sheet, "moved")
        with sheet.moved(0, 0, is_turned=True):
            say(sheet, "turned", 150)

    content = printed(draw)
    assert parts(content) == [("P", "before"), ("P", "moved"), ("P", "turned")]
    stream = PdfReader(BytesIO(content)).pages[0].get_contents()
    assert stream is not None
    code = stream.get_data().split()
    assert code.count(b"BDC") + code.count(b"BMC") == code.count(b"EMC")
