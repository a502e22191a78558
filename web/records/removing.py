"""Removing a person: what goes with them is said first, and asked once."""

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.departures import named
from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.records.record import Record, record_or_404
from web.records.ties import Ties, ties_of
from web.registrations.erasing import erase
from web.registrations.mine import answers_of
from web.rights import Right
from web.services import services
from web.store import versions
from web.store.traces import traces


@permitted(Right.PREPARE)
def ask(participant_id: str) -> ResponseReturnValue:
    """Say what goes and what stays, above the button; looking changes nothing."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        record = record_or_404(now, participant_id)
        return _page(connection, now, record)


@permitted(Right.PREPARE)
def remove(participant_id: str) -> ResponseReturnValue:
    """Delete the person and what goes with them, if that is still what was said."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        record = record_or_404(now, participant_id)
        ties = _ties(connection, now, record)
        if request.form.get("made_from") != _mark(record, ties):
            return _page(connection, now, record, is_late=True), 409
        mine = record.person.answered or answers_of(connection, now.stored, record.id) or abort(404)
        gone = {*record.person.names, *named(now.stored.event, mine.registration.participant)}
        erase(connection, now, mine, gone)
        note(connection, Action.PERSON_REMOVED, record.id, dropped_wishes=ties.received)
    return redirect(url_for("people.everyone", removed=1), 303)


def _page(connection: Connection, now: Current, record: Record, is_late: bool = False) -> str:
    ties = _ties(connection, now, record)
    return render_template(
        "person_removal.html",
        record=record,
        ties=ties,
        mark=_mark(record, ties),
        is_late=is_late,
        kept=traces(connection, now.stored.id, record.person.names),
    )


def _ties(connection: Connection, now: Current, record: Record) -> Ties:
    version = versions.latest(connection, now.stored.id)
    timetable = version.content.timetable if version else None
    return ties_of(now.merged.event, timetable, record.id)


def _mark(record: Record, ties: Ties) -> str:
    return f"{record.mark}-{record.mark_of_wishes}-{ties.mark}"
