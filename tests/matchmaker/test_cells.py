import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.cells import ERRORS, RISKY, is_risky, protected, unprotected


@given(st.text() | st.text(st.sampled_from("'=+-@\t\r\nA")) | st.sampled_from(sorted(ERRORS)))
def test_protection_can_be_taken_off(text: str) -> None:
    assert unprotected(protected(text)) == text
    assert unprotected(protected(protected(text))) == protected(text)


@pytest.mark.parametrize("start", RISKY)
def test_what_begins_like_a_formula_is_protected(start: str) -> None:
    assert is_risky(f"{start}1")
    assert protected(f"{start}1") == f"'{start}1"


@pytest.mark.parametrize("error", sorted(ERRORS))
def test_a_text_that_reads_as_an_error_is_protected(error: str) -> None:
    assert protected(error) == f"'{error}"


@given(st.text(st.sampled_from("'=+-@\t\r\nA#N/")))
def test_nothing_that_is_written_begins_like_a_formula(text: str) -> None:
    assert not protected(text).startswith(RISKY)
    assert protected(text) not in ERRORS


def test_ordinary_text_is_left_alone() -> None:
    texts = ["Léa", "'t Hart", "", "a=b", "#1", "N/A"]
    assert [protected(each) for each in texts] == texts
    assert [unprotected(each) for each in texts] == texts
    assert not any(map(is_risky, texts))
