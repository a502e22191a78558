import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.ledgers import Kind, Ledger, ledger
from matchmaker.documents.page_fit import ROOM, SMALLEST, USUAL, fit, points, printed_columns
from matchmaker.documents.spreadsheets import ledgers
from matchmaker.documents.wording import words
from tests.matchmaker.documents.sample import long_day, plan


def named(count: int, letters: int) -> Ledger:
    columns = [(f"{number:02}", Kind.NAME) for number in range(count)]
    return ledger("x", columns, [("a" * letters,) * count])


@given(st.integers(1, 40), st.integers(0, 60))
def test_no_text_is_printed_too_small_to_be_read(count: int, letters: int) -> None:
    found = fit(named(count, letters))
    assert SMALLEST <= found.scale <= 1
    across = found.scale * points(found.widths[: found.printed])
    assert found.is_one_across == (across <= ROOM + 1e-6)


def test_columns_are_roomy_where_the_paper_has_room_for_that() -> None:
    assert fit(named(2, 30)).widths == (31, 31)
    assert fit(named(7, 30)).widths == (18,) * 7


def test_keys_are_not_printed_where_they_stand_last() -> None:
    columns = [("A", Kind.KEY), ("B", Kind.TEXT), ("C", Kind.KEY), ("D", Kind.KEY)]
    assert printed_columns(ledger("x", columns, [])) == 2


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_columns_that_are_repeated_leave_room_for_any_other(language: str) -> None:
    event = long_day()
    for each in ledgers(event, plan(event), None, words(language)):
        columns = fit(each).widths
        lead, others = columns[: each.lead], columns[each.lead :]
        assert points((*lead, max(others))) * USUAL <= ROOM
