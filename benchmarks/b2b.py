"""`python -m benchmarks.b2b [FOLDER]`: the published B2B files, as a table beside the paper.

Writes the table to benchmarks/results/b2b.md. Optima and seconds of the paper: M. Bofill et al.,
"Constraint Solving Approaches to the Business-to-Business Meeting Scheduling Problem", JAIR 74,
2022, Tables 5 to 8. Neither the paper nor its data are part of this project.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from solver.exact_gaps.search import Outcome
from solver.published.b2b_run import Run, run

FOLDER = Path(__file__).parents[2] / "shared" / "benchmarks" / "b2b"
RESULTS = Path(__file__).parent / "results" / "b2b.md"
LIMIT = 60.0
KINDS = ("original", "forb0003", "forb0007", "fixed020-Forb", "fixed040-Forb", "prec15", "prec25")
NONE = "infeasible"
OPTIMA: dict[str, tuple[int | str, ...]] = {
    "forum-13": (0, 0, 0, 20, 49, 0, NONE),
    "forum-13crafb": (6, 5, 5, 30, NONE, NONE, NONE),
    "forum-14": (2, 0, NONE, 20, NONE, 2, NONE),
    "forumt-14": (5, 0, NONE, 7, NONE, 5, 5),
    "tic-12": (0, NONE, NONE, 1, NONE, 0, 0),
    "tic-13": (0, NONE, NONE, 2, 13, 0, 0),
    "tic-13crafc": (4, NONE, NONE, 6, 16, 4, 4),
    "ticf-13crafc": (1, 1, 1, 20, 49, 1, NONE),
}
"""The optimum of each kind of KINDS, as published."""
MAXSAT = {
    "forum-13": 2.5,
    "forum-13crafb": 23.3,
    "forum-14": 5.1,
    "forumt-14": 0.5,
    "tic-12": 0.1,
    "tic-13": 0.4,
    "tic-13crafc": 5.8,
    "ticf-13crafc": 3.7,
}
"""Seconds of the paper's best method on the originals (Xeon 3.1 GHz)."""
HEADER = (
    "| file | status | breaks | published | seconds | MaxSAT of the paper, seconds |\n"
    "|---|---|---|---|---|---|"
)


def main() -> None:
    """Solve every file of the folder that the argument names, else of the shared one."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    files = sorted(folder.glob("*.dzn"))
    if not files:
        print(f"no .dzn files in {folder}: nothing to measure")
        return
    print(HEADER)
    runs = [_told(run(file, LIMIT)) for file in files]
    lines = ["# Published B2B files", "", *summary(runs), "", HEADER, *map(row, runs)]
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def published(file: str) -> int | str | None:
    """Return the published optimum of `file`, None where there is none."""
    name, kind = file.removesuffix(".dzn").split(".", 1)
    return dict(zip(KINDS, OPTIMA.get(name, ()), strict=False)).get(kind)


def row(done: Run) -> str:
    """Return the line of the table for `done`."""
    name, kind = done.file.removesuffix(".dzn").split(".", 1)
    paper = MAXSAT.get(name, "") if kind == "original" else ""
    breaks = "" if done.breaks is None else done.breaks
    cells = (f"{name}.{kind}", done.outcome, breaks, published(done.file), f"{done.seconds:.1f}")
    return f"| {' | '.join(map(str, cells))} | {paper} |"


def summary(runs: Sequence[Run]) -> list[str]:
    """Return what the table amounts to, in sentences."""
    seconds = [each.seconds for each in runs]
    return [
        f"{sum(map(agrees, runs))} of {len(runs)} files proven as published, "
        f"limit {LIMIT:.0f} s a file, two cores. Median {median(seconds):.1f} s, "
        f"longest {max(seconds):.1f} s, the originals together {_originals(runs):.1f} s "
        f"(the paper's MaxSAT, on another machine: {sum(MAXSAT.values()):.1f} s).",
        "",
        "Every plan was checked by `solver/published/b2b_rules.py`. `make bench` writes this page.",
    ]


def agrees(done: Run) -> bool:
    """Tell whether `done` is a proof of what was published."""
    found = NONE if done.outcome == Outcome.INFEASIBLE else done.breaks
    return done.outcome in {Outcome.OPTIMAL, Outcome.INFEASIBLE} and found == published(done.file)


def _originals(runs: Iterable[Run]) -> float:
    return sum(each.seconds for each in runs if ".original" in each.file)


def _told(done: Run) -> Run:
    print(row(done), flush=True)
    return done


if __name__ == "__main__":
    main()
