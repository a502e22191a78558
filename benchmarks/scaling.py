"""`python -m benchmarks.scaling`: quality, seconds and memory against the number of people.

Each event is solved in a process of its own. First plan: until every meeting of the first plan has
its slot, kernels compiled beforehand. Checked: with tables given and every rule checked, with no
time to make it better. Whole: with the certificate, too. Writes a page and a chart to
benchmarks/results/. `python -m benchmarks.scaling PEOPLE SLOTS TABLES SIDES SECONDS` solves one.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

import numpy as np

from benchmarks.scaling_chart import chart
from benchmarks.synthetic import Size, synthetic
from matchmaker.documents.raster import png
from matchmaker.documents.vector import svg

RESULTS = Path(__file__).parent / "results"
TABLES = {"loose": 2.2, "tight": 3.2}
"""How many people there are for each table."""
GROWTH = (50, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000)
SECONDS = {1_000: 5.0, 5_000: 5.0, 20_000: 10.0}
HEADER = (
    "| people | slots | tables | sides | value / bound | greedy / bound | laps / bound "
    "| first plan, s | whole, s | idle slots a person |\n|---|---|---|---|---|---|---|---|---|---|"
)
GROWS = (
    "| people | meetings | value / bound | first plan, s | checked, s | whole, s "
    "| memory, MB | of it the event, MB |\n|---|---|---|---|---|---|---|---|"
)


def main() -> None:
    """Measure all sizes, or the one that the arguments name."""
    if len(sys.argv) > 1:
        people, slots, tables, sides, seconds = sys.argv[1:]
        size = Size(
            int(people), int(slots), people_per_table=TABLES[tables], two_sides=sides == "2"
        )
        print(json.dumps(measured(size, float(seconds))))
        return
    growth = [_alone(people, 16, "loose", 1, 0.1) for people in GROWTH]
    lines = ["# How cost grows", "", *_grown(growth), "", "# Large events", "", HEADER]
    for row in _large():
        print(row, flush=True)
        lines.append(row)
    lines += ["", "# Idle periods at 20 000 people", "", _idle()]
    (RESULTS / "scaling.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    drawing = chart(growth)
    (RESULTS / "scaling.svg").write_bytes(svg(drawing))
    (RESULTS / "scaling.png").write_bytes(png(drawing))


def measured(size: Size, seconds: float) -> dict[str, Any]:
    """Return what solving the event of `size` within `seconds` takes and reaches."""
    from solver.compile import compile_kernels  # noqa: PLC0415
    from solver.result import Limits, Progress  # noqa: PLC0415
    from solver.solve import solve  # noqa: PLC0415

    compile_kernels()
    event = synthetic(size, 1)
    before, reached = _memory(), dict[str, float]()

    def note(state: Progress) -> None:
        reached.setdefault(state.stage, state.seconds)

    start = time.monotonic()
    c = solve(event, Limits(seconds), report=note).certificate
    whole = time.monotonic() - start
    return {
        "people": size.people,
        "meetings": c.meetings,
        "value": c.value / c.bound,
        "greedy": c.baseline_value / c.bound,
        "laps": c.laps_value / c.bound,
        "first": reached["placement"],
        "checked": reached["checked"],
        "whole": whole,
        "idle": c.idle_slots / size.people,
        "periods": c.idle_periods,
        "memory": _memory(),
        "event": before,
    }


def _memory() -> float:
    """Return the most memory that this process has had, in MB."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def _alone(people: int, slots: int, tables: str, sides: int, seconds: float) -> dict[str, Any]:
    """Return what `measured` returns in a process of its own."""
    arguments = map(str, (people, slots, tables, sides, seconds))
    command = [sys.executable, "-m", "benchmarks.scaling", *arguments]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def _grown(growth: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield f"![Seconds and memory against people](scaling.png) Slopes: {slopes(growth)}."
    yield from ("", GROWS)
    for r in growth:
        yield (
            f"| {r['people']} | {r['meetings']} | {r['value']:.4f} | {r['first']:.2f} "
            f"| {r['checked']:.2f} | {r['whole']:.2f} | {r['memory']:.0f} | {r['event']:.0f} |"
        )


def slopes(growth: Sequence[dict[str, Any]]) -> str:
    """Return by which power of the number of people cost grows, from 1 000 people on."""
    large = [row for row in growth if row["people"] >= 1_000]
    people = np.log([row["people"] for row in large])
    powers = {
        name: float(np.polyfit(people, np.log([row[name] for row in large]), 1)[0])
        for name in ("first", "checked", "whole", "memory")
    }
    return ", ".join(f"{name} {power:.2f}" for name, power in powers.items())


def _large() -> Iterator[str]:
    for people, seconds in SECONDS.items():
        for slots in (16, 24):
            for tables in TABLES:
                for sides in (1, 2):
                    r = _alone(people, slots, tables, sides, seconds)
                    yield (
                        f"| {people} | {slots} | {tables} | {sides} | {r['value']:.4f} "
                        f"| {r['greedy']:.4f} | {r['laps']:.4f} | {r['first']:.2f} "
                        f"| {r['whole']:.1f} | {r['idle']:.2f} |"
                    )


def _idle() -> str:
    first, polished = (_alone(20_000, 16, "loose", 1, seconds) for seconds in (0.1, 30.0))
    change = polished["periods"] / first["periods"] - 1
    return (
        f"First plan {first['periods']}, after 30 s {polished['periods']}: {change:+.0%}; "
        f"whole run {polished['whole']:.1f} s."
    )


if __name__ == "__main__":
    main()
