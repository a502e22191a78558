from benchmarks.__main__ import row
from benchmarks.generator import two_sides


def test_a_row_holds_ratios_of_one_run() -> None:
    cells = [cell.strip() for cell in row("tiny", two_sides(1, 10)).strip("|").split("|")]
    assert cells[:3] == ["tiny", "10", "0"]
    assert float(cells[4]) <= float(cells[3]) <= 1
