from pathlib import Path

import pytest

from benchmarks import b2b
from benchmarks.b2b import agrees, main, published, row
from solver.exact_gaps.search import Outcome
from solver.published.b2b_run import Run
from tests.solver.published.files import TINY


def done(file: str, outcome: Outcome, breaks: int | None) -> Run:
    return Run(file, outcome, breaks, breaks or 0, 1.25, None)


def test_published_optima_are_found_by_name() -> None:
    assert published("forum-13crafb.original.dzn") == 6
    assert published("tic-13crafc.fixed040-Forb.dzn") == 16
    assert published("tic-12.forb0003.dzn") == "infeasible"
    assert published("tiny.original.dzn") is None


@pytest.mark.parametrize(
    ("file", "outcome", "breaks", "expected"),
    [
        ("forum-14.original.dzn", Outcome.OPTIMAL, 2, True),
        ("forum-14.original.dzn", Outcome.OPTIMAL, 3, False),
        ("forum-14.original.dzn", Outcome.FEASIBLE, 2, False),
        ("forum-14.prec25.dzn", Outcome.INFEASIBLE, None, True),
        ("forum-14.original.dzn", Outcome.INFEASIBLE, None, False),
        ("forum-14.original.dzn", Outcome.UNKNOWN, None, False),
    ],
)
def test_only_proofs_of_what_was_published_agree(
    file: str, outcome: Outcome, breaks: int | None, expected: bool
) -> None:
    assert agrees(done(file, outcome, breaks)) == expected


def test_a_row_has_the_paper_beside_it() -> None:
    line = row(done("forum-14.original.dzn", Outcome.OPTIMAL, 2))
    assert line == "| forum-14.original | optimal | 2 | 2 | 1.2 | 5.1 |"


def test_the_table_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tiny.original.dzn").write_text(TINY)
    monkeypatch.setattr(b2b, "RESULTS", tmp_path / "b2b.md")
    monkeypatch.setattr("sys.argv", ["b2b", str(tmp_path)])
    main()
    assert "| tiny.original | optimal | 0 | None |" in (tmp_path / "b2b.md").read_text()


def test_without_files_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(b2b, "RESULTS", tmp_path / "b2b.md")
    monkeypatch.setattr("sys.argv", ["b2b", str(tmp_path)])
    main()
    assert not (tmp_path / "b2b.md").exists()
