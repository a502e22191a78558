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
    event = order.event
    by_person, by_slot = len(event.participants), len(event.slots)
    sittings = len(event.sessions)
    used = {each.table for each in order.timetable.meetings}
    return {
        "agendas": by_person,
        "badges": by_person,
        "calendars": by_person,
        "table-cards": len(used),
        "table-plan": by_slot,
        "standby": by_slot,
        "workshops": sittings,
        "facilitators": sittings,
        "synthesis": sittings,
    }.get(kind, 1)
