"""`python -m benchmarks.anytime`: how soon a cancelled run answers, and how limits are kept.

Each event is cancelled at ten moments, spread over the run; the answers are checked. Writes the
table to benchmarks/results/anytime.md, too.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.synthetic import Size, synthetic
from matchmaker.event import Event
from matchmaker.registrations.reader import read_event
from matchmaker.rules.checker import violations
from solver.compile import compile_kernels
from solver.result import Limits
from solver.solve import solve

RESULTS = Path(__file__).parent / "results" / "anytime.md"
SAMPLE = Path(__file__).parents[1] / "fixtures" / "eurometropolis"
MOMENTS, LIMITS = 10, (2.0, 5.0, 10.0)
HEADER = (
    "| event | cancelled: median, s | cancelled: longest, s | violations "
    "| 2 s limit took | 5 s | 10 s |\n|---|---|---|---|---|---|---|"
)


def main() -> None:
    """Measure the sample event and synthetic ones."""
    compile_kernels()
    rows = [HEADER, *(_row(name, event) for name, event in _events())]
    print("\n".join(rows))
    RESULTS.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _events() -> Iterator[tuple[str, Event]]:
    sample = read_event(SAMPLE).event
    if sample is None:
        raise RuntimeError("the sample event has errors")
    yield "sample, 64 people", sample
    for people in (300, 1_000, 5_000):
        yield f"synthetic, {people} people", synthetic(Size(people), 1)


def _row(name: str, event: Event) -> str:
    delays, broken = zip(
        *(_cancelled(event, 0.3 + moment) for moment in range(MOMENTS)), strict=True
    )
    took = " | ".join(f"{_seconds(event, limit):.2f}" for limit in LIMITS)
    return f"| {name} | {median(delays):.2f} | {max(delays):.2f} | {sum(broken)} | {took} |"


def _cancelled(event: Event, moment: float) -> tuple[float, int]:
    """Return how long after `moment` the answer came, and how many rules it breaks."""
    start = time.monotonic()
    result = solve(event, Limits(60), is_cancelled=lambda: time.monotonic() - start > moment)
    delay = max(0.0, time.monotonic() - start - moment)
    broken = [each for each in violations(event, result.timetable) if each.rule != "min_meetings"]
    return delay, len(broken)


def _seconds(event: Event, limit: float) -> float:
    start = time.monotonic()
    solve(event, Limits(limit))
    return time.monotonic() - start


if __name__ == "__main__":
    main()
