"""Where events of the tests stand."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from matchmaker.event import Event
from matchmaker.planning.readiness import findings
from tests.factories import NOON
from tests.web.samples import afternoon
from web.current import Current
from web.merging import Merged
from web.organiser.standing import Crowd, Standing
from web.store.events import StoredEvent
from web.store.runs import Run, State
from web.store.versions import Edition

BEFORE = datetime(2027, 3, 1, 9, tzinfo=UTC)
EVERYBODY = Crowd(all=4, answered=0, unconfirmed=0, unwishing=0)


def at(event: Event | None = None, **fields: Any) -> Standing:
    """Return the standing of an event that was last changed at BEFORE, seventeen days ahead."""
    day = event or afternoon()
    stored = StoredEvent(1, "day", 1, day, BEFORE)
    begun = Standing(
        now=Current(stored, [], Merged(day, 0)),
        crowd=EVERYBODY,
        findings=tuple(findings(day)),
        newest=None,
        solved=None,
        certificate=None,
        edition=None,
        stranded=(),
        mails={},
        present=NOON - timedelta(days=17),
    )
    return replace(begun, **fields)


def run(state: State = State.DONE, hours: float = 1) -> Run:
    """Return a run begun so many hours after the event was changed."""
    created = BEFORE + timedelta(hours=hours)
    plain: dict[str, Any] = dict.fromkeys(Run.__dataclass_fields__)
    said = {"key": "r1", "title": "", "state": state, "created_at": created}
    return Run(**{**plain, **said})


def edition(hours: float = 2) -> Edition:
    """Return a version published so many hours after the event was changed."""
    return Edition(1, 1, 3, 1, "", "organiser", BEFORE + timedelta(hours=hours))
