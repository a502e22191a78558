"""Changing everything that is known of a person, and adding somebody by hand."""

from dataclasses import dataclass, field

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.messages import Message
from matchmaker.records import next_id
from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.records.keeping import add_person, keep_profile
from web.records.labels import PROFILE, SIDES, label, shown
from web.records.objections import is_tied, objections
from web.records.offered import offered
from web.records.profile_form import PersonForm, blank_answers, typed_answers
from web.records.record import Record, record_or_404
from web.registration import Registration
from web.registrations.answers import Answers
from web.registrations.conflict import Conflict
from web.registrations.form import Errors
from web.registrations.stale import STALE
from web.rights import Right
from web.services import services


@dataclass(frozen=True)
class Filled:
    """What stands in the form, with what there is to say about it."""

    answers: Answers
    errors: Errors = field(default_factory=dict)
    conflict: Conflict | None = None
    notice: Message | None = None


@permitted(Right.PREPARE)
def profile(participant_id: str) -> ResponseReturnValue:
    """Show the form with what is known of the person."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        record = record_or_404(now, participant_id)
        return _page(connection, now, record, Filled(typed_answers(now.merged.event, record.said)))


@permitted(Right.PREPARE)
def save_profile(participant_id: str) -> ResponseReturnValue:
    """Keep what was typed; else show it again with what is wrong, or beside what came between."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        record = record_or_404(now, participant_id)
        typed, errors = _read(connection, now, record)
        if typed is None or errors:
            return _page(connection, now, record, Filled(request.form, errors)), 422
        conflict = Conflict(record.said, typed, PROFILE)
        if conflict.fields and request.form.get("made_from") != record.mark:
            return _page(connection, now, record, Filled(request.form, conflict=conflict)), 409
        if conflict.fields:
            keep_profile(connection, now, record, typed)
            note(connection, Action.PERSON_CHANGED, record.name, fields=conflict.fields)
    key = record.id if record.row else typed.participant.id
    return redirect(url_for(".show", participant_id=key, saved="profile"), 303)


@permitted(Right.PREPARE)
def new() -> ResponseReturnValue:
    """Show the form for somebody new."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        return _page(connection, now, None, Filled(blank_answers(now.merged.event)))


@permitted(Right.PREPARE)
def add() -> ResponseReturnValue:
    """Add somebody to the event; a code is made where none is given."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        typed, errors = _read(connection, now, None)
        if typed is None or errors:
            return _page(connection, now, None, Filled(request.form, errors)), 422
        add_person(connection, now, typed)
        note(connection, Action.PERSON_ADDED, typed.participant.name)
    return redirect(url_for(".show", participant_id=typed.participant.id, saved="new"), 303)


def stale_profile(participant_id: str = "") -> ResponseReturnValue:
    """Show the form as typed again, since the page it came from is no longer valid."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        record = record_or_404(now, participant_id) if participant_id else None
        return _page(connection, now, record, Filled(request.form, notice=STALE)), 400


def _read(
    connection: Connection, now: Current, record: Record | None
) -> tuple[Registration | None, Errors]:
    """Return what was understood, and what is wrong, in the order of the fields."""
    before = record.said if record else None
    answers = request.form.copy()
    if record is not None and is_tied(connection, now, record):
        answers["id"] = record.said.participant.id
    elif record is None and not answers.get("id", "").strip():
        answers["id"] = next_id(now.merged.event.participant_by_id)
    needs_address = record is not None and record.is_of_form
    form = PersonForm(answers, offered(now, record), "", before=before, needs_address=needs_address)
    typed = form.person()
    key, email = answers.get("id", "").strip(), answers.get("email", "")
    form.errors.update(
        {k: v for k, v in objections(now, record, key, email).items() if k not in form.errors}
    )
    return typed, form.ordered_errors


def _made_from(record: Record, filled: Filled) -> str:
    """Return the mark of what the form was made from; of what it is beside, where they differ."""
    return record.mark if filled.conflict else filled.answers.get("made_from") or record.mark


def _page(connection: Connection, now: Current, record: Record | None, filled: Filled) -> str:
    return render_template(
        "person_profile.html",
        event=now.merged.event,
        record=record,
        made_from=_made_from(record, filled) if record else "",
        is_tied=record is not None and is_tied(connection, now, record),
        answers=filled.answers,
        errors=filled.errors,
        offered=offered(now, record),
        beside=_beside(now, filled.conflict) if filled.conflict else [],
        notice=filled.notice,
        label=label,
        sides=SIDES,
    )


def _beside(now: Current, conflict: Conflict) -> list[tuple[str, Message, str, str]]:
    """Return name, label and both answers of each field in which two versions differ."""
    event = now.merged.event
    return [
        (each, label(each), shown(conflict.stored, each, event), shown(conflict.typed, each, event))
        for each in conflict.fields
    ]
