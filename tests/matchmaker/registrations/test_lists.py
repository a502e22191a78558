from hypothesis import given
from hypothesis import strategies as st

from matchmaker.registrations.lists import joined, references, terms

ITEM = st.text(st.sampled_from("ab|\\;,/ \n"), min_size=1).map(str.strip).filter(bool)


@given(st.lists(ITEM))
def test_terms_read_back_as_they_were_joined(items: list[str]) -> None:
    assert terms(joined(items, loose=True)) == items


@given(st.lists(ITEM, min_size=1, unique=True))
def test_references_read_back_as_they_were_joined(items: list[str]) -> None:
    assert references(joined(items), set(items).__contains__) == items


def test_terms_are_separated_by_bars_or_else_by_semicolons_and_lines() -> None:
    assert terms("weaving of silk | dyeing, dry") == ["weaving of silk", "dyeing, dry"]
    assert terms("weaving; dyeing\nspinning") == ["weaving", "dyeing", "spinning"]
    assert terms("a;b | c") == ["a;b", "c"]


def test_references_are_split_where_all_parts_are_known() -> None:
    times = {"13:30 - 13:42", "13:45 - 13:57"}.__contains__
    assert references("13:30 - 13:42", times) == ["13:30 - 13:42"]
    assert references("13:30 - 13:42, 13:45 - 13:57", times) == ["13:30 - 13:42", "13:45 - 13:57"]
    assert references("13:30 - 13:42 / 13:45 - 13:57", times) == ["13:30 - 13:42", "13:45 - 13:57"]
    numbers = {"1", "2", "3"}.__contains__
    assert [references(each, numbers) for each in ("1 2", "1,2", "1; 2", "1|2", "1\n2")] == [
        ["1", "2"]
    ] * 5


def test_unknown_references_are_split_finely() -> None:
    assert references("1, x y", {"1"}.__contains__) == ["1", "x", "y"]
    assert references("1 / x / a/b", {"1"}.__contains__) == ["1", "x", "a/b"]


def test_a_slash_may_belong_to_a_reference() -> None:
    assert references("1 / 2", {"1", "2", "1 / 2"}.__contains__) == ["1 / 2"]
