"""Running one published file: read, solve, check."""

import time
from dataclasses import dataclass
from pathlib import Path

from matchmaker.errors import MatchmakerError
from solver.exact_gaps.search import Outcome, search
from solver.published.b2b import B2B, UnreadableFileError, read
from solver.published.b2b_problem import problem_of
from solver.published.b2b_rules import breaches, breaks


class BrokenPlanError(MatchmakerError):
    """The engine's plan breaks a rule of the problem, so it is not handed out."""


@dataclass(frozen=True)
class Run:
    """What came of a file: `slot_of[m - 1]` is the slot of meeting m, None where none is known."""

    file: str
    outcome: Outcome
    breaks: int | None
    bound: int
    seconds: float
    slot_of: tuple[int, ...] | None


def run(path: Path, seconds: float, seed: int = 0) -> Run:
    """Return what comes of the file at `path` within about `seconds`, reading included."""
    start = time.monotonic()
    given = _given(path)
    found = search(problem_of(given), seconds, seed)
    slot_of = None if found.slot_of is None else tuple(slot + 1 for slot in found.slot_of)
    count = None
    if slot_of is not None:
        broken, count = breaches(given, slot_of), breaks(given, slot_of)
        if broken or count != found.cost:
            raise BrokenPlanError(f"{path.name}: {broken or (count, found.cost)}")
    return Run(path.name, found.outcome, count, found.bound, time.monotonic() - start, slot_of)


def _given(path: Path) -> B2B:
    try:
        return read(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, UnreadableFileError) as error:
        raise UnreadableFileError(f"{path}: {error}") from error
