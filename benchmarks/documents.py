"""`python -m benchmarks.documents`: all documents of 1 000 people against bare pages, and memory.

Each document is made once to record its text, then timed, then the same text is set on bare
ReportLab pages and timed, all in one process, in seconds of processor time; short ones are made
again and again, for a few hundred pages in all. Desk signs are those of a fifth of the people.
Memory is that of a process of its own which writes every document to disk. Writes the tables to
benchmarks/results/documents.md, too.
"""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.bare import Recording, bare, recording
from benchmarks.paper_day import paper_day, with_desks
from matchmaker.documents.folder import DOCUMENTS, Order, ordered, written

RESULTS = Path(__file__).parent / "results" / "documents.md"
PEOPLE = 1000
HELD = 20, 200, 1000, 2000, 4000
"""Of how many people the memory is taken."""
DESKS = 0.2
"""The share of people who have a table of their own, where their signs are measured."""
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


def measured(order: Order, kind: str) -> tuple[Recording, float, float]:
    """Return the text of a document, the seconds it takes, and those of the bare pages."""
    with recording() as texts:
        _consume(order, kind)
    times = -(-LEAST_PAGES // len(texts.sizes))
    start = process_time()
    for _ in range(times):
        _consume(order, kind)
    designed = process_time()
    for _ in range(times):
        bare(texts)
    return texts, (designed - start) / times, (process_time() - designed) / times


def _rows(people: int) -> Iterator[str]:
    order = Order(*paper_day(people))
    total, plain, count = 0.0, 0.0, 0
    for kind, document in DOCUMENTS.items():
        if document.file.endswith(".pdf"):
            texts, seconds, least = measured(_fitting(order, kind), kind)
            total, plain, count = total + seconds, plain + least, count + len(texts.sizes)
            yield _row(kind, len(texts.sizes), seconds, least)
    yield _row("all PDF", count, total, plain)


def _fitting(order: Order, kind: str) -> Order:
    """Return `order`, of a day on which a share of people have desks where it is about those."""
    if kind != "desk-signs":
        return order
    number = int(DESKS * len(order.event.participants))
    return replace(order, event=with_desks(order.event, number))


def _row(name: str, pages: int, seconds: float, least: float) -> str:
    rate, ratio = pages / seconds, seconds / least
    return f"| {name} | {pages} | {seconds:.2f} | {rate:.0f} | {least:.2f} | {ratio:.1f} |"


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
