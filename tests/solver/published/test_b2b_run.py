from pathlib import Path

import pytest

from solver.exact_gaps.search import Outcome
from solver.published import b2b_run
from solver.published.b2b_run import BrokenPlanError, run
from tests.solver.published.files import TINY


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.dzn"
    path.write_text(TINY)
    return path


def test_a_file_is_solved_to_the_proven_optimum(file: Path) -> None:
    done = run(file, 30)
    assert (done.file, done.outcome, done.breaks, done.bound) == ("tiny.dzn", Outcome.OPTIMAL, 0, 0)
    assert done.slot_of == (2, 4, 3)


def test_an_infeasible_file_is_proven_so(file: Path) -> None:
    file.write_text(TINY.replace("fixed = [0,0,0]", "fixed = [4,0,0]"))
    done = run(file, 30)
    assert (done.outcome, done.breaks, done.slot_of) == (Outcome.INFEASIBLE, None, None)


def test_a_plan_that_breaks_a_rule_is_not_handed_out(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(b2b_run, "breaches", lambda *_: [("tables_suffice", (1,))])
    with pytest.raises(BrokenPlanError, match="tables_suffice"):
        run(file, 30)
