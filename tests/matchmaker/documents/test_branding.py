from io import BytesIO

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.blocks import block
from matchmaker.documents.branding import PLAIN, Branding
from matchmaker.documents.contrast import contrast
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.style import BODY, LABEL, PORTRAIT, Colour

hues = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


def test_paper_is_plain_unless_an_event_has_colours() -> None:
    assert PLAIN.palette == {each: each.value for each in Colour}


@given(hues, hues)
def test_text_in_the_colours_of_an_event_is_always_readable(first: str, second: str) -> None:
    palette = Branding(first=first, second=second).palette
    for ink in (Colour.ACCENT, Colour.INK, Colour.SOFT):
        for ground in (Colour.PAPER, Colour.TINT):
            assert contrast(palette[ink], palette[ground]) >= 4.5


@given(hues)
def test_a_colour_that_is_dark_enough_stays_as_it_is(first: str) -> None:
    palette = Branding(first=first).palette
    is_dark = all(contrast(first, palette[each]) >= 4.5 for each in (Colour.PAPER, Colour.TINT))
    assert (palette[Colour.ACCENT] == first) == is_dark


@pytest.mark.parametrize("hue", ["red", "#12345", "#GGGGGG", "javascript:x", "#1234567"])
def test_what_is_no_colour_is_refused(hue: str) -> None:
    with pytest.raises(ValueError, match="first"):
        Branding(first=hue)


def test_pages_are_drawn_in_the_colours_of_the_event() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.put(block("accent", LABEL, 300), 60, 100)
        sheet.put(block("ink", BODY, 300), 60, 130)

    content = pdf([Page(draw, PORTRAIT)], About("", "", "en"), Branding(first="#800020"))
    with pdfplumber.open(BytesIO(content)) as file:
        found = {char["non_stroking_color"] for char in file.pages[0].chars}
    expected = {tuple(int(hue[at : at + 2], 16) / 255 for at in (1, 3, 5)) for hue in _inks()}
    assert {tuple(round(each, 2) for each in hue) for hue in found} == {
        tuple(round(each, 2) for each in hue) for hue in expected
    }


def _inks() -> tuple[str, str]:
    return "#800020", Colour.INK.value
