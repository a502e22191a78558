"""`python -m benchmarks [FILE…]`: value, gaps and time on one-to-one events, as a table.

Without files it measures generated events. Writes the table to benchmarks/results/one-on-one.md,
too. Value is given as its ratio to the proven bound and greedy's to the same bound, both of this
run. In the last two columns everybody should have a quarter of the weight of their own wishes: what
the value then is against the bound without that, and what the worst-off has.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.generator import one_pool, two_sides
from benchmarks.one_on_one import read
from matchmaker.event import Event
from matchmaker.rules.checker import violations
from solver.result import Limits
from solver.solve import solve

RESULTS = Path(__file__).parent / "results" / "one-on-one.md"
FLOOR = 0.25
HEADER = (
    "| event | people | violations | value / bound | greedy / bound | laps / bound "
    "| idle slots a person | wishes met | seconds | with floor: value / bound | worst-off |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|"
)


def main() -> None:
    """Measure the events that the arguments name, else generated ones."""
    files = [Path(each) for each in sys.argv[1:]]
    events = [(path.stem, read(path)) for path in files] if files else list(_generated())
    rows = [HEADER]
    print(HEADER)
    for name, event in events:
        rows.append(row(name, event))
        print(rows[-1], flush=True)
    if not files:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text("\n".join(rows) + "\n", encoding="utf-8")


def row(name: str, event: Event, seconds: float = 10) -> str:
    """Return the line of the table for `event`."""
    result = solve(event, Limits(seconds))
    c = result.certificate
    broken = len(violations(event, result.timetable))
    figures = (
        f"{c.value / c.bound:.4f} | {c.baseline_value / c.bound:.4f} "
        f"| {c.laps_value / c.bound:.4f} "
        f"| {c.idle_slots / c.participants:.2f} | {c.wishes_met}/{c.wishes_total}"
    )
    fair = solve(with_floor(event), Limits(seconds)).certificate
    return (
        f"| {name} | {c.participants} | {broken} | {figures} | {c.seconds:.1f} "
        f"| {fair.value / c.bound:.4f} | {fair.least_share:.2f} |"
    )


def with_floor(event: Event) -> Event:
    """Return `event` with a floor of FLOOR under everybody's share of their own wishes."""
    objective = event.objective.model_copy(update={"floor": FLOOR})
    return event.model_copy(update={"objective": objective})


def _generated() -> Iterable[tuple[str, Event]]:
    for people in (30, 100, 300):
        for seed in (1, 2, 3):
            yield f"two sides, seed {seed}", two_sides(seed, people)
            yield f"one pool, seed {seed}", one_pool(seed, people)


if __name__ == "__main__":
    main()
