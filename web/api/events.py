"""Events: what the token opens, and the event as it stands."""

from flask import Response

from matchmaker.event import Event
from matchmaker.formats import to_json
from web.api.operations import JSON, operation
from web.api.values import EventList, EventSummary
from web.audit import Action, note
from web.current import current_or_404, stored_or_404
from web.rights import Right
from web.services import services
from web.store.events import StoredEvent


@operation("GET", "/events", None, EventList)
def list_events() -> EventList:
    """List the event that the token opens."""
    with services().database.reading() as connection:
        return EventList(events=(_summary(stored_or_404(connection)),))


@operation("GET", "/events/<event>", Right.SEE, EventSummary, faults=(404,))
def get_event() -> EventSummary:
    """Tell how the event is called and how often it changed."""
    with services().database.reading() as connection:
        return _summary(stored_or_404(connection))


@operation("GET", "/events/<event>/content", Right.GREET, Event, faults=(404,))
def get_content() -> Response:
    """Give the event as it stands, with the answers of the form; its revision is the ETag."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        note(connection, Action.EVENT_EXPORTED, revision=now.stored.revision)
    response = Response(to_json(now.merged.event), mimetype=JSON)
    response.set_etag(str(now.stored.revision))
    return response


def _summary(stored: StoredEvent) -> EventSummary:
    return EventSummary(
        key=stored.key,
        name=stored.event.name,
        revision=stored.revision,
        updated_at=stored.updated_at,
        is_open=stored.is_open,
    )
