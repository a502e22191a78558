import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.style import Weight
from matchmaker.documents.typefaces import face_for
from matchmaker.documents.writing import in_drawing_order, plain, printable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoë", "Zoë"),
        ("Zoe\u0308", "Zoë"),
        ("  two\n\tlines ", "two lines"),
        ("a\x00b\u202ec\u200d", "abc"),
        ("王", "□"),
        ("<b>&amp;", "<b>&amp;"),
        ("\ud800", ""),
    ],
)
def test_text_becomes_printable(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_arabic_letters_are_joined_and_set_from_the_right() -> None:
    assert in_drawing_order(printable("سلام")) == "ﻡﻼﺳ"


def test_hebrew_is_set_from_the_right_with_brackets_mirrored() -> None:
    assert in_drawing_order("אב (Lille)") == "(Lille) בא"


@given(st.text())
def test_every_printable_character_can_be_drawn(text: str) -> None:
    assert all(face_for(each, Weight.REGULAR) for each in printable(text))


@given(st.text())
def test_plain_text_is_one_line_without_controls(text: str) -> None:
    assert all(each.isprintable() or ord(each) >= 0xA0 for each in plain(text))
    assert plain(plain(text)) == plain(text)
