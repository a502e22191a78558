"""The organisers' menu: what leads where, for whom."""

from dataclasses import dataclass

from flask import Flask, g, request, url_for

from matchmaker.messages import Message, message
from web.access import Reader
from web.here import event_key
from web.rights import Right


@dataclass(frozen=True)
class Entry:
    """A line of the menu of an event; shown to those with `right`.

    It stands for the pages of its own blueprint, and for those in `also`.
    """

    endpoint: str
    label: Message
    right: Right
    also: frozenset[str] = frozenset()

    @property
    def address(self) -> str:
        """Where it leads, for the event of the page."""
        return url_for(self.endpoint)

    @property
    def is_here(self) -> bool:
        """Whether the page belongs to it."""
        own = self.endpoint.split(".", maxsplit=1)[0]
        return (request.blueprint or "") in {own, *self.also}


MENU = (
    Entry("overview.show", message("Overview"), Right.SEE),
    Entry("setup.overview", message("Set-up"), Right.PREPARE, frozenset({"deleting"})),
    Entry("imports.choose", message("Import"), Right.PREPARE),
    Entry(
        "people.everyone",
        message("Participants"),
        Right.GREET,
        frozenset({"records", "person_links", "reminding", "unconfirmed"}),
    ),
    Entry("runs.index", message("Programmes"), Right.SEE, frozenset({"comparing"})),
    Entry(
        "grid.every",
        message("Grid"),
        Right.PLAN,
        frozenset({"changes", "solving", "repairing", "mending"}),
    ),
    Entry("versions.history", message("Publications"), Right.SEE),
    Entry("statistics.show", message("Insight"), Right.SEE, frozenset({"unmet", "whatif"})),
    Entry("desk.show", message("Desk"), Right.GREET),
    Entry("outbox.show", message("Mails"), Right.PREPARE),
    Entry("team.show", message("Team"), Right.MANAGE),
    Entry("log.show", message("Log"), Right.MANAGE),
)


def menu() -> list[Entry]:
    """Return what the reader finds in the menu of the event of the page."""
    reader: Reader | None = g.get("reader")
    if reader is None or event_key() is None:
        return []
    return [each for each in MENU if reader.may(each.right)]


def install(app: Flask) -> None:
    """Let the templates of `app` show the menu."""
    app.jinja_env.globals["menu"] = menu
