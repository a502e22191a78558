import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.blocks import LEAST_LETTERS, block, fitted
from matchmaker.documents.style import BODY, TITLE, Weight
from matchmaker.documents.typefaces import advance, width
from tests.matchmaker.documents.reading import squeezed

letters = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))
texts = st.text(letters, max_size=200)


@given(texts, st.floats(40, 300))
def test_no_line_is_wider_than_its_measure(text: str, measure: float) -> None:
    lines = block(text, BODY, measure).lines
    assert all(width(each, BODY.weight, BODY.size) <= measure + 0.01 for each in lines)


@given(texts, st.integers(1, 4))
def test_no_shortened_line_is_wider_than_its_measure(text: str, limit: int) -> None:
    lines = block(text, BODY, 60, limit).lines
    assert len(lines) <= limit
    assert all(width(each, BODY.weight, BODY.size) <= 60.01 for each in lines)


@given(texts, st.floats(0, 60), st.integers(1, 4))
def test_an_indent_makes_only_the_first_line_shorter(text: str, indent: float, limit: int) -> None:
    found = block(text, BODY, 60, limit, indent)
    widths = [width(each, BODY.weight, BODY.size) for each in found.lines]
    assert all(each <= 60.01 for each in widths[1:])
    assert all(indent + each <= 60.01 for each in widths[:1] if found.lines[0] not in {"", "…"})
    assert found.width <= 60.01 or found.lines[0] == "…"


def test_what_does_not_fit_beside_the_indent_begins_on_the_next_line() -> None:
    assert block("Kortrijk", BODY, 60, indent=50).lines == ("", "Kortrijk")
    assert block("Kortrijk", BODY, 100, indent=50).lines == ("Kortrijk",)
    assert block("", BODY, 60, indent=50).lines == ()


@given(st.text(st.sampled_from("ab -/–é"), max_size=100))
def test_without_a_limit_nothing_is_lost(text: str) -> None:
    assert squeezed("".join(block(text, BODY, 60).lines)) == squeezed(text)


def test_beyond_the_limit_the_text_ends_in_an_ellipsis() -> None:
    found = block("one two three four five six", BODY, 50, 2)
    assert len(found.lines) == 2
    assert found.lines[-1].endswith("…")
    assert not found.is_whole


def test_a_word_is_broken_only_when_it_fits_no_line() -> None:
    assert block("Kortrijk Tournai", BODY, 60).lines == ("Kortrijk", "Tournai")
    assert not block("K" * 100, BODY, 60).is_whole


def test_a_sign_does_not_begin_a_line() -> None:
    assert not [each for each in block("aaaa / bbbb : cc", BODY, 34).lines if each[0] in "/:"]


@pytest.mark.parametrize("text", ["aaaa 50 m", "aaaa 5 %", "aaaa 9 kg."])
def test_a_unit_stays_with_its_figure(text: str) -> None:
    assert len(block(text, BODY, 40).lines) == 2
    assert block(text, BODY, 40).lines[0] == "aaaa"


def test_the_largest_size_that_fits_is_taken() -> None:
    assert fitted("Ann", TITLE, 200, 40, (28, 20, 9)).style.size == 28
    assert fitted("Ann" * 20, TITLE, 200, 40, (28, 20, 9)).style.size == 9


def test_what_fits_no_size_is_shortened_to_the_box() -> None:
    found = fitted("W" * 500, TITLE.but(Weight.REGULAR), 100, 30, (20, 10))
    assert found.height <= 30
    assert found.lines[-1].endswith("…")


@pytest.mark.parametrize("length", range(20, 60))
def test_a_broken_word_leaves_no_lonely_letter(length: int) -> None:
    word = "m" * length
    found = block(word, BODY, 12 * advance("m", BODY.weight) * BODY.size)
    assert "".join(found.lines) == word
    assert len(found.lines[-1]) >= LEAST_LETTERS
    assert all(len(each) <= 12 for each in found.lines)
