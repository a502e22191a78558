"""An unmet wish with its reason, and with what mends it where that is known."""

from typing import NamedTuple

from flask import abort, request
from sqlalchemy import Connection

from matchmaker.moves.plan import Plan
from matchmaker.people import Wish
from matchmaker.reasons.explain import BEYOND_REPAIR, reason
from matchmaker.reasons.occupancy import Occupancy
from matchmaker.reasons.reason import Fix, Obstacle, Reason
from web.insight.subject import Subject, subject
from web.languages import local_text
from web.store import searches
from web.store.searches import Search
from web.versions.rows import difference


class Asked(NamedTuple):
    """A wish of a timetable, why it is unmet, and the last search for what mends that, if any."""

    about: Subject
    reason: Reason
    search: Search | None

    @property
    def fix(self) -> Fix | None:
        """What mends it."""
        return self.reason.fix or (self.search.fix if self.search else None)

    @property
    def may_seek(self) -> bool:
        """Whether the engine may find what mends it."""
        why = self.reason
        is_open = why.obstacle not in BEYOND_REPAIR | {Obstacle.OVERLOOKED}
        return is_open and why.fix is None and self.about.run_id is not None


def asked_or_404(connection: Connection, event_id: int, pair: tuple[str, str]) -> Asked:
    """Return the unmet wish between the two; a wish that is met, or none, does not exist."""
    about = subject(connection, event_id, request.values) or abort(404)
    content = about.content
    wishes = (each for each in content.event.wishes if (each.wisher, each.wished) == pair)
    wish: Wish = next(wishes, None) or abort(404)
    met = {each.pair for each in content.timetable.meetings}
    if wish.is_veto or frozenset(pair) in met:
        abort(404)
    why = reason(Occupancy(content.event, content.timetable), wish)
    run_id = None if why.fix else about.run_id
    search = None if run_id is None else searches.last(connection, run_id, pair)
    return Asked(about, why, search)


def shown(asked: Asked) -> dict[str, object]:
    """Return what the page shows of it."""
    content, mended = asked.about.content, asked.fix
    differs = mended is not None and mended.moved > 0
    after = Plan(mended.event, mended.timetable) if mended and differs else None
    return {
        "subject": asked.about,
        "event": content.event,
        "reason": asked.reason,
        "asked": asked,
        "difference": difference(content, after, local_text) if after else None,
    }
