"""Changing the organisation of a person, for everybody who is of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.people import Participant
from matchmaker.sameness import folded
from matchmaker.variations import changed
from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.records.firm_form import AS_IT_IS, Firm, answers_of_firm, firm_of, read_firm
from web.records.labels import label
from web.records.offered import offered
from web.records.record import Record, record_or_404
from web.regions import region_name
from web.registration import Registration
from web.registrations.answers import Answers
from web.registrations.form import Errors, organisation_called
from web.registrations.stale import STALE
from web.rights import Right
from web.services import services
from web.store import registrations as store


@dataclass(frozen=True)
class Filled:
    """What stands in the form; `typed` is beside what is stored, where that changed meanwhile."""

    answers: Answers
    errors: Errors = field(default_factory=dict)
    typed: Firm | None = None
    notice: Message | None = None


@permitted(Right.PREPARE)
def organisation(participant_id: str) -> ResponseReturnValue:
    """Show the organisation, and how many people share it."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    record = record_or_404(now, participant_id)
    firm = _firm(now, record)
    return _page(now, record, firm, Filled(answers_of_firm(firm)))


@permitted(Right.PREPARE)
def save_organisation(participant_id: str) -> ResponseReturnValue:
    """Keep what was typed; else show it again with what is wrong, or beside what came between."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        record = record_or_404(now, participant_id)
        firm = _firm(now, record)
        typed, errors = read_firm(now.merged.event, request.form, firm)
        if errors:
            return _page(now, record, firm, Filled(request.form, errors)), 422
        if typed != firm and request.form.get("made_from") != firm.mark:
            return _page(now, record, firm, Filled(request.form, typed=typed)), 409
        if typed != firm:
            _keep(connection, now, firm, typed)
            note(connection, Action.ORGANISATION_CHANGED, typed.organisation.name)
    return redirect(url_for(".show", participant_id=record.id, saved="organisation"), 303)


def stale_organisation(participant_id: str) -> ResponseReturnValue:
    """Show the form as typed again, since the page it came from is no longer valid."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    record = record_or_404(now, participant_id)
    return _page(now, record, _firm(now, record), Filled(request.form, notice=STALE)), 400


def _firm(now: Current, record: Record) -> Firm:
    return firm_of(now.merged.event, record.person.participant.organisation)


def _keep(connection: Connection, now: Current, before: Firm, typed: Firm) -> None:
    event = _in_event(now.stored.event, before, typed)
    if event != now.stored.event:
        services().events.replace(connection, now.stored.id, event, seen=now.stored.revision)
    key = before.organisation.id
    is_filed = key in now.stored.event.organisation_by_id
    called = key if is_filed else organisation_called(typed.organisation.name).id
    for row in now.registrations:
        said = _chosen(_in_answers(row.registration, before, typed), key, called)
        if said != row.registration:
            store.change(connection, row.id, said)


def _in_event(event: Event, before: Firm, typed: Firm) -> Event:
    own = typed.organisation
    return changed(
        event,
        organisations=tuple(own if each.id == own.id else each for each in event.organisations),
        participants=tuple(
            _member(each, typed) if each.organisation == before.organisation.id else each
            for each in event.participants
        ),
    )


def _in_answers(said: Registration, before: Firm, typed: Firm) -> Registration:
    if folded(said.organisation.name) != folded(before.organisation.name):
        return said
    called = organisation_called(typed.organisation.name)
    member = changed(_member(said.participant, typed), organisation=called.id)
    return changed(said, organisation=called, participant=member)


def _chosen(said: Registration, old: str, new: str) -> Registration:
    """Return `said` in which choices of the organisation `old` are of `new`."""
    choices = tuple(
        changed(each, id=new) if (each.kind, each.id) == ("organisation", old) else each
        for each in said.choices
    )
    return said.model_copy(update={"choices": choices})


def _member(person: Participant, typed: Firm) -> Participant:
    said = {"region": typed.region, "cluster": typed.cluster}
    return changed(person, **{name: text for name, text in said.items() if text != AS_IT_IS})


def _page(now: Current, record: Record, firm: Firm, filled: Filled) -> str:
    answers, typed = filled.answers, filled.typed
    return render_template(
        "person_organisation.html",
        record=record,
        firm=firm,
        made_from=firm.mark if typed else answers.get("made_from", firm.mark),
        answers=answers,
        errors=filled.errors,
        offered=offered(now, record),
        as_it_is=AS_IT_IS,
        beside=list(_beside(firm, typed)) if typed else [],
        notice=filled.notice,
    )


def _beside(stored: Firm, typed: Firm) -> Iterator[tuple[str, Message, str, str]]:
    """Yield name, label and both answers of what differs between two versions."""
    pairs = (
        ("name", stored.organisation.name, typed.organisation.name),
        ("region", region_name(stored.region), region_name(typed.region)),
        ("cluster", stored.cluster, typed.cluster),
    )
    for name, theirs, mine in pairs:
        if theirs != mine:
            word = message("Name") if name == "name" else label(name)
            yield name, word, theirs.replace(AS_IT_IS, "…"), mine.replace(AS_IT_IS, "…")
