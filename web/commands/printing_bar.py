"""Showing how far printing has come, by what takes long: chapters of documents, calendars."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from rich.console import Console as Terminal
from rich.progress import Progress

from matchmaker.documents.folder import DOCUMENTS, Order
from web.commands.console import Console


@contextmanager
def printing_bar(
    console: Console, order: Order, kinds: Collection[str]
) -> Iterator[Callable[[], object]]:
    """Show a bar on a terminal meanwhile; what is yielded is called once a chapter is done."""
    with Progress(
        console=Terminal(stderr=True), transient=True, disable=not console.is_lively
    ) as bar:
        total = sum(chapters_of(order, each) for each in kinds or DOCUMENTS)
        task = bar.add_task(console.text("printing"), total=total)
        yield lambda: bar.advance(task)


def chapters_of(order: Order, kind: str) -> int:
    """Return how many chapters or files a document will have, about."""
    return COUNTS.get(kind, _one)(order)


def _people(order: Order) -> int:
    return len(order.event.participants)


def _slots(order: Order) -> int:
    return len(order.event.slots)


def _sittings(order: Order) -> int:
    return len(order.event.sessions)


def _tables(order: Order) -> int:
    return len({each.table for each in order.timetable.meetings})


def _one(_order: Order) -> int:
    return 1


COUNTS: dict[str, Callable[[Order], int]] = {
    "agendas": _people,
    "badges": _people,
    "calendars": _people,
    "table-cards": _tables,
    "table-plan": _slots,
    "standby": _slots,
    "workshops": _sittings,
    "facilitators": _sittings,
    "synthesis": _sittings,
}
"""How many chapters documents have that have several."""
