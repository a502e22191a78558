"""`python -m benchmarks.documents`: all documents of 1 000 people against bare pages, and memory.

Each document is made once to record its text; then the document and the same text on bare
ReportLab pages are made in turns, all in one process, each time a few hundred pages at least. Told
are the medians of the rounds, in seconds of processor time, and that of their ratios: the speed of
a machine wavers, but hardly from one turn to the next. Desk signs are those of a fifth of the
people.
Memory is that of a process of its own which writes every document to disk. Writes the tables to
benchmarks/results/documents.md, too.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.bare import bare, recording
from benchmarks.paper_day import paper_day, with_desks
from matchmaker.documents.folder import DOCUMENTS, Order, ordered, written

RESULTS = Path(__file__).parent / "results" / "documents.md"
PEOPLE = 1000
HELD = 20, 200, 1000, 2000, 4000
"""Of how many people the memory is taken."""
DESKS = 0.2
"""The share of people who have a table of their own, where their signs are measured."""
ROUNDS = 5
LEAST_PAGES = 200
"""How many pages are timed at least: of a few the time is chance."""
HEADER = (
    "| document | pages | seconds | pages a second | bare seconds | times the bare cost |\n"
    "|---|---|---|---|---|---|"
)
MEMORY = "| people | memory with the day, MB | peak memory, MB | written, MB |\n|---|---|---|---|"


def main() -> None:
    """Measure time and memory, or, with a number of people, only print and say the memory."""
    if len(sys.argv) > 1:
        print(*memory_and_size(int(sys.argv[1])))
        return
    lines = [HEADER]
    for line in _rows(PEOPLE):
        lines.append(line)
        print(line, flush=True)
    lines += ["", MEMORY, *(_memory(each) for each in HELD)]
    print(*lines[-len(HELD) :], sep="\n")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def memory_and_size(people: int) -> tuple[int, int, int]:
    """Write all documents of a day of `people`.

    Return the memory that program and day take, the most it came to, and the bytes written.
    """
    event, timetable = paper_day(people)
    before, size = _peak(), 0
    with TemporaryDirectory() as folder:
        for name, write in written(Order(event, timetable)):
            target = Path(folder) / name
            target.parent.mkdir(exist_ok=True)
            with target.open("wb") as stream:
                write(stream)
            size += target.stat().st_size
    return before, _peak(), size


def _peak() -> int:
    """Return the most memory of this process so far, in bytes.

    What getrusage tells may be the peak of the process that started this one.
    """
    status = Path("/proc/self/status").read_text()
    line = next(each for each in status.splitlines() if each.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


@dataclass(frozen=True)
class Cost:
    """What a document costs: its pages, the seconds it takes, and those of the bare pages."""

    pages: int
    designed: list[float]
    bare: list[float]

    @property
    def ratio(self) -> float:
        """How many times as much as bare pages it costs."""
        return median(one / other for one, other in zip(self.designed, self.bare, strict=True))


def measured(order: Order, kind: str) -> Cost:
    """Return what a document costs, round by round."""
    with recording() as texts:
        _consume(order, kind)
    times = -(-LEAST_PAGES // len(texts.sizes))
    cost = Cost(len(texts.sizes), [], [])
    for _ in range(ROUNDS):
        cost.designed.append(_seconds(partial(_consume, order, kind), times))
        cost.bare.append(_seconds(partial(bare, texts), times))
    return cost


def _seconds(make: Callable[[], object], times: int) -> float:
    """Return the processor time that `make` takes, on the average of so many times."""
    start = process_time()
    for _ in range(times):
        make()
    return (process_time() - start) / times


def together(costs: Sequence[Cost]) -> Cost:
    """Return what all documents cost, round by round."""
    return Cost(
        sum(each.pages for each in costs),
        [sum(each) for each in zip(*(cost.designed for cost in costs), strict=True)],
        [sum(each) for each in zip(*(cost.bare for cost in costs), strict=True)],
    )


def _rows(people: int) -> Iterator[str]:
    order = Order(*paper_day(people))
    costs = []
    for kind, document in DOCUMENTS.items():
        if document.file.endswith(".pdf"):
            costs.append(measured(_fitting(order, kind), kind))
            yield _row(kind, costs[-1])
    yield _row("all PDF", together(costs))


def _fitting(order: Order, kind: str) -> Order:
    """Return `order`, of a day on which a share of people have desks where it is about those."""
    if kind != "desk-signs":
        return order
    number = int(DESKS * len(order.event.participants))
    return replace(order, event=with_desks(order.event, number))


def _row(name: str, cost: Cost) -> str:
    designed, plain = median(cost.designed), median(cost.bare)
    rate = cost.pages / designed
    return (
        f"| {name} | {cost.pages} | {designed:.2f} | {rate:.0f} | {plain:.2f} | {cost.ratio:.1f} |"
    )


def _consume(order: Order, kind: str) -> None:
    for _ in ordered(order, [kind]):
        pass


def _memory(people: int) -> str:
    command = [sys.executable, "-m", "benchmarks.documents", str(people)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    before, peak, size = (int(each) / 1e6 for each in answer.split())
    return f"| {people} | {before:.0f} | {peak:.0f} | {size:.1f} |"


if __name__ == "__main__":
    main()
