from io import BytesIO

import pytest
from pypdf import PdfReader

from matchmaker.documents.blocks import block
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.style import BODY, PORTRAIT
from matchmaker.documents.unicode_maps import unicode_map
from tests.matchmaker.documents.accessible import shortcomings


def printed(text: str) -> bytes:
    def draw(sheet: Sheet) -> None:
        sheet.put(block(text, BODY, 300), 60, 100)

    return pdf([Page(draw, PORTRAIT, outline="x")], About("x", "x", "fr"))


def test_a_code_without_a_letter_means_nothing() -> None:
    assert "<01> <0041>" in unicode_map([0, 65])
    assert "<00> <" not in unicode_map([0, 65]).replace("<00> <FF>", "")


def test_a_hundred_codes_are_listed_at_once_at_most() -> None:
    table = unicode_map(range(1, 231))
    counts = [line.split()[0] for line in table.splitlines() if line.endswith(" beginbfchar")]
    assert counts == ["100", "100", "30"]


@pytest.mark.parametrize("text", ["𝔸𝕓 Ann", "Łódź", "Ἀθῆναι", "□"])
def test_letters_of_every_plane_are_read_back(text: str) -> None:
    content = printed(text)
    assert PdfReader(BytesIO(content)).pages[0].extract_text().strip() == text


@pytest.mark.parametrize(
    "text", ["𝔸𝕓", "سلام", "יוסף", "Ḱǎ̲", "a" * 300, "".join(map(chr, range(192, 500)))]
)
def test_all_letters_that_are_drawn_are_embedded_and_known(text: str) -> None:
    assert [each for each in shortcomings(printed(text)) if "codes" in each or "code" in each] == []
