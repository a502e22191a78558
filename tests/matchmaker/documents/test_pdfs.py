import xml.etree.ElementTree as ET
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from matchmaker.documents.blocks import block
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.style import BODY, PORTRAIT
from tests.matchmaker.documents.reading import pages


def _draw(sheet: Sheet) -> None:
    sheet.put(block("Łódź", BODY, 300), 60, 100)


def _page(**fields: str) -> Page:
    return Page(_draw, PORTRAIT, **fields)


def printed(*leaves: Page, is_duplex: bool = False) -> PdfReader:
    about = About("Rencontres <&>", "Pôle", "fr", is_duplex)
    return PdfReader(BytesIO(pdf(leaves or [_page()], about)))


def test_the_file_says_its_title_author_and_language() -> None:
    reader = printed()
    information = reader.metadata
    assert information is not None
    assert (information.title, information.author) == ("Rencontres <&>", "Pôle")
    assert str(reader.root_object["/Lang"]) == "fr"


def test_the_same_is_said_in_xmp() -> None:
    metadata: Any = printed().root_object["/Metadata"]
    tree = ET.fromstring(metadata.get_data())
    texts = {each.text for each in tree.iter() if each.text and each.text.strip()}
    assert {"Rencontres <&>", "Pôle", "fr"} <= texts


def test_the_file_is_tagged_and_prints_at_its_own_size() -> None:
    root: Any = printed().root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/PrintScaling"] == "/None"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/Duplex" not in root["/ViewerPreferences"]


def test_a_document_with_backs_asks_for_both_sides() -> None:
    root: Any = printed(is_duplex=True).root_object
    assert root["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipLongEdge"


def test_pages_with_a_label_are_numbered_apart() -> None:
    reader = printed(_page(), _page(label="Łuk"), _page(label="Łuk"), _page(label="Vos"), _page())
    assert reader.page_labels == ["1", "Łuk 1", "Łuk 2", "Vos 1", "1"]


def test_the_outline_names_the_pages_that_have_an_entry() -> None:
    reader = printed(_page(outline="Ann"), _page(), _page(outline="Bob"))
    entries: list[Any] = reader.outline
    assert [each["/Title"] for each in entries] == ["Ann", "Bob"]
    assert [reader.get_destination_page_number(each) for each in entries] == [0, 2]


def test_pages_are_drawn_as_they_are_asked_for() -> None:
    drawn: list[int] = []

    def each(number: int) -> Page:
        assert drawn == list(range(number))
        return Page(lambda _sheet: drawn.append(number), PORTRAIT)

    assert len(pages(pdf((each(number) for number in range(3)), About("", "", "en")))) == 3
