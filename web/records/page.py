"""All that is known of one person, and noting whether they come."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from web.access import permitted
from web.audit import Action, looked, note
from web.current import Current, current_or_404
from web.grid.mends import mends
from web.records.keeping import keep_presence
from web.records.labels import PROFILE, label, shown
from web.records.naming import chosen, wishers
from web.records.record import Record, record_or_404
from web.records.wishes_form import ordered
from web.registrations.conflict import said
from web.registrations.presence import told
from web.rights import Right
from web.services import services
from web.store import arrivals
from web.store.traces import Traces, traces

AS_USUAL = {"stays": False, "suggestions": False, "min_meetings": 0}
"""What goes without saying."""


@permitted(Right.PREPARE)
def show(participant_id: str) -> ResponseReturnValue:
    """Show the person; who looked is written down."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        record = record_or_404(now, participant_id)
        body = _page(connection, now, record)
    looked(record.name)
    return body


@permitted(Right.PREPARE)
def tell(participant_id: str) -> ResponseReturnValue:
    """Note whether the person comes, unless something else was noted meanwhile."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        record = record_or_404(now, participant_id)
        news = told(now.stored.event)
        kept = traces(connection, now.stored.id, record.person.names)
        if request.form.get("made_from") != _mark(record, kept):
            return _page(connection, now, record, is_late=True), 409
        keep_presence(connection, now, record, news)
        if news["absent"]:
            arrivals.take_back(connection, now.stored.id, record.id)
        told_as, own = request.form["presence"], record.id
        note(connection, Action.PRESENCE_NOTED, record.name, presence=told_as, person=own)
    return redirect(url_for(".show", participant_id=record.id, saved="presence"), 303)


def _mark(record: Record, kept: Traces) -> str:
    """Return what changes with what is known of their coming, and once they are there."""
    return f"{record.mark_of_presence}-{kept.arrived_at is not None}"


def _page(connection: Connection, now: Current, record: Record, is_late: bool = False) -> str:
    event = now.merged.event
    unusual = [each for each in PROFILE[1:] if said(record.said, each) != AS_USUAL.get(each)]
    rows = [(label(each), shown(record.said, each, event)) for each in unusual]
    own = record.person.participant.organisation
    kept = traces(connection, now.stored.id, record.person.names)
    return render_template(
        "person.html",
        event=event,
        record=record,
        rows=[(name, text) for name, text in rows if text],
        given=[chosen(event, each) for each in ordered(record.said)],
        received=wishers(event, record.id),
        colleagues=[
            each for each in event.participants if each.organisation == own and each.id != record.id
        ],
        made_from=_mark(record, kept),
        traces=kept,
        mend=not record.said.is_as_planned and record.id in mends(connection, now),
        is_late=is_late,
        saved=request.args.get("saved", ""),
    )
