"""Changing whom a person wishes to meet, and whom never."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matchmaker.messages import Message
from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.records.keeping import by_person, keep_wishes
from web.records.naming import chosen
from web.records.offered import offered
from web.records.record import Record, record_or_404
from web.records.wishes_form import (
    WishesForm,
    answers_of_choices,
    moved,
    ordered,
    ranks,
    with_more_rows,
)
from web.registration import Choice
from web.registrations.answers import Answers
from web.registrations.form import Errors
from web.registrations.stale import STALE
from web.rights import Right
from web.services import services
from web.setup.fields import Fields

STEPS = {"up": -1, "down": 1}


@dataclass(frozen=True)
class Filled:
    """What stands in the form; `typed` is beside what is stored, where that changed meanwhile."""

    answers: Answers
    errors: Errors = field(default_factory=dict)
    typed: Sequence[Choice] | None = None
    is_saved: bool = True
    notice: Message | None = None


@permitted(Right.PREPARE)
def wishes(participant_id: str) -> ResponseReturnValue:
    """Show the wishes, a row each, with room for more."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    record = record_or_404(now, participant_id)
    return _page(now, record, Filled(answers_of_choices(record.said)))


@permitted(Right.PREPARE)
def save_wishes(participant_id: str) -> ResponseReturnValue:
    """Keep the wishes as typed; else show them again, or beside what came between."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        record = record_or_404(now, participant_id)
        refilled = _refilled()
        if refilled is not None:
            return _page(now, record, Filled(refilled, is_saved=False))
        form = WishesForm(request.form, offered(now, record).directory, record.said)
        choices = form.choices()
        if form.errors:
            return _page(now, record, Filled(request.form, form.errors, is_saved=False)), 422
        wanted = choices if record.row else tuple(by_person(now, choices, record.id))
        if _are_other(wanted, record) and request.form.get("made_from") != record.mark_of_wishes:
            return _page(now, record, Filled(request.form, typed=wanted, is_saved=False)), 409
        if _are_other(wanted, record):
            keep_wishes(connection, now, record, wanted)
            note(connection, Action.WISHES_CHANGED, record.name, wishes=len(wanted))
    return redirect(url_for(".show", participant_id=record.id, saved="wishes"), 303)


def _are_other(choices: Sequence[Choice], record: Record) -> bool:
    return {*choices} != {*record.said.choices}


def stale_wishes(participant_id: str) -> ResponseReturnValue:
    """Show the rows as typed again, since the page they came from is no longer valid."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    record = record_or_404(now, participant_id)
    return _page(now, record, Filled(request.form, is_saved=False, notice=STALE)), 400


def _pressed() -> tuple[str, int]:
    """Return which button moved a row, and where the row is now."""
    act, _, number = request.form.get("do", "").partition(":")
    is_move = act in STEPS and number.isascii() and number.isdigit()
    return (act, int(number[:6]) + STEPS[act]) if is_move else ("", 0)


def _refilled() -> Answers | None:
    """Return the rows after a button that saves nothing; None where saving was pressed."""
    if request.form.get("do") == "more":
        return with_more_rows(request.form)
    act, place = _pressed()
    return moved(request.form, place - STEPS[act], STEPS[act]) if act else None


def _made_from(record: Record, filled: Filled) -> str:
    if filled.typed is not None or filled.is_saved:
        return record.mark_of_wishes
    return request.form.get("made_from", "")


def _page(now: Current, record: Record, filled: Filled) -> str:
    event = now.merged.event
    rows = Fields(filled.answers).rows("whom")
    return render_template(
        "person_wishes.html",
        event=event,
        record=record,
        made_from=_made_from(record, filled),
        answers=filled.answers,
        errors=filled.errors,
        rows=rows,
        ranks=ranks(len(rows)),
        directory=offered(now, record).directory,
        stored=[chosen(event, each) for each in ordered(record.said)],
        typed=None if filled.typed is None else [chosen(event, each) for each in filled.typed],
        is_saved=filled.is_saved,
        notice=filled.notice,
        pressed=_pressed(),
    )
