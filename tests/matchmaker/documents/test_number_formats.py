import pytest

from matchmaker.documents.ledgers import Cell, Kind, Share, ledger
from matchmaker.documents.number_formats import cell_format, column_format


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ((6.0, 64.0, 1200.0), "#,##0"),
        ((6.0, 11.23), "#,##0.00"),
        ((6.000000001,), "#,##0"),
        ((), "#,##0"),
    ],
)
def test_amounts_of_a_column_have_decimals_only_where_one_has_any(
    cells: tuple[float, ...], shown: str
) -> None:
    amounts = ledger("x", [("Value", Kind.AMOUNT)], [(each,) for each in cells])
    assert column_format(amounts, 0) == shown


@pytest.mark.parametrize(
    ("cell", "shown"),
    [(64.0, "#,##0"), (0.5, "#,##0.00"), (20270318, "0"), (Share(0.5), "0.0%")],
)
def test_each_figure_is_shown_as_what_it_is(cell: Cell, shown: str) -> None:
    assert cell_format(cell, Kind.FIGURE, "") == shown


def test_no_format_leaves_a_separator_behind_a_whole_number() -> None:
    kinds = [("x", kind) for kind in Kind]
    each_kind = ledger("x", kinds, [tuple(64.0 for _ in kinds), tuple(0.5 for _ in kinds)])
    for number in range(len(kinds)):
        decimals = column_format(each_kind, number).partition(".")[2]
        assert "#" not in decimals
