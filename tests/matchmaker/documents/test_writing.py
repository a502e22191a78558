import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.style import Weight
from matchmaker.documents.typefaces import MISSING, face_for
from matchmaker.documents.voices import mute
from matchmaker.documents.writing import (
    COMMON,
    _spelled,
    in_drawing_order,
    in_reading_order,
    is_right_to_left,
    plain,
    printable,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoë", "Zoë"),
        ("Zoe\u0308", "Zoë"),
        ("  two\n\tlines ", "two lines"),
        ("a\x00b\u202ec\u200d", "abc"),
        ("王", "□"),
        ("Ann 🎉 Bee 🧑‍🌾", "Ann Bee"),
        ("🦄", "□"),
        ("王🦄", "□"),
        ("\u200b \u200d", ""),
        ("<b>&amp;", "<b>&amp;"),
        ("\ud800", ""),
        ("x\u0302\u0323\u0304\u0332", "x\u0323\u0332"),
    ],
)
def test_text_becomes_printable(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_arabic_letters_are_joined_and_set_from_the_right() -> None:
    assert in_drawing_order(printable("سلام")) == "ﻡﻼﺳ"


@pytest.mark.parametrize(
    ("written", "drawn"),
    [("אב (Lille)", "בא (Lille)"), ("אב (גד)", "(דג) בא"), ("אב · Lille · גד", "בא · Lille · דג")],
)
def test_hebrew_is_set_from_the_right_on_a_page_that_reads_from_the_left(
    written: str, drawn: str
) -> None:
    assert in_drawing_order(printable(written)) == drawn


@pytest.mark.parametrize("text", ["سلام", "אב (גד)", "Zoë", "Ann سلام"])
def test_a_line_is_read_out_as_it_was_written(text: str) -> None:
    assert in_reading_order(printable(text)) == text
    assert is_right_to_left(printable(text)) == (text != "Zoë")


@given(st.text())
def test_every_printable_character_can_be_drawn(text: str) -> None:
    assert all(face_for(each, Weight.REGULAR) for each in mute(printable(text)))


@given(st.text())
def test_plain_text_is_one_line_without_controls(text: str) -> None:
    assert all(each.isprintable() or ord(each) >= 0xA0 for each in plain(text))
    assert plain(plain(text)) == plain(text)


def test_arabic_names_that_hold_the_word_for_god_print() -> None:
    for weight in Weight:
        assert MISSING not in printable("عبد الله لامية الإسلام", weight)


LETTERS = [chr(code) for code in range(0x3000) if COMMON.fullmatch(chr(code))]


@pytest.mark.parametrize("weight", Weight)
def test_common_letters_are_drawn_as_they_are(weight: Weight) -> None:
    assert [each for each in LETTERS if _spelled(f"a{each}b", weight) != f"a{each}b"] == []


@given(st.text(LETTERS), st.sampled_from(Weight))
def test_texts_of_common_letters_come_out_as_if_spelled(text: str, weight: Weight) -> None:
    assert printable(text, weight) == _spelled(text, weight)
