"""Keeping what organisers typed of a person: among the answers, in the event, or in both."""

from collections.abc import Sequence

from sqlalchemy import Connection

from matchmaker.event import Event
from matchmaker.people import Organisation, Participant, Wish
from matchmaker.records import renamed, with_person, with_wishes
from matchmaker.sameness import folded
from matchmaker.variations import changed, with_people
from web.current import Current
from web.merging import DECIDED
from web.records.record import Record
from web.registration import Choice, Registration
from web.services import services
from web.store import mails, traces
from web.store import registrations as store
from web.store.registrations import StoredRegistration, email_key


def add_person(connection: Connection, now: Current, typed: Registration) -> None:
    """Let the event have somebody more."""
    _replace(connection, now, _filed(now, now.stored.event, typed))
    if not _fits_event(typed):
        store.add_vouched(connection, now.stored.id, typed)


def keep_profile(connection: Connection, now: Current, record: Record, typed: Registration) -> None:
    """Let `typed` be the profile: of who answered in their answers, of others in the event.

    What only organisers decide stays in the event for everybody whom it knows.
    """
    event = now.stored.event
    if record.row is not None:
        _change_answers(connection, record.row, typed)
        if record.filed is not None:
            event = _decided(event, record.filed, typed.participant)
    else:
        event = _renamed(connection, now, record.id, typed)
        if not _fits_event(typed):
            _answer_for(connection, now, record, typed)
    _replace(connection, now, event)
    _readdress(connection, now, record, typed.participant.email)


def keep_wishes(
    connection: Connection, now: Current, record: Record, choices: Sequence[Choice]
) -> None:
    """Let `choices` be the wishes: of who answered in their answers, of others in the event.

    For somebody whom only answers brought, the event has no place: then this is an answer, too.
    """
    known = now.stored.event.participant_by_id
    if record.row is not None:
        said = record.row.registration.model_copy(update={"choices": tuple(choices)})
        store.change(connection, record.row.id, said)
        return
    if any(each.id not in known for each in choices):
        answers = record.said.model_copy(update={"choices": tuple(choices)})
        _answer_for(connection, now, record, answers)
        return
    wishes = [Wish(wisher=record.id, wished=each.id, rank=each.rank) for each in choices]
    _replace(connection, now, with_wishes(now.stored.event, record.id, wishes))


def by_person(now: Current, choices: Sequence[Choice], wisher: str) -> list[Choice]:
    """Return `choices` of `wisher` with each person of an organisation in its place, each once."""
    event = now.merged.event
    named = {each.id: each for each in choices if each.kind == "participant"}
    for firm in (each for each in choices if each.kind == "organisation"):
        members = (each.id for each in event.participants if each.organisation == firm.id)
        for member in (each for each in members if each != wisher):
            named.setdefault(member, Choice(kind="participant", id=member, rank=firm.rank))
    return list(named.values())


def keep_presence(
    connection: Connection, now: Current, record: Record, said: dict[str, object]
) -> None:
    """Let `said` be what is known of their coming, which is kept as an answer."""
    told = record.said.model_copy(update=said)
    if record.row is not None:
        store.change(connection, record.row.id, record.row.registration.model_copy(update=said))
    elif not told.is_as_planned:
        _answer_for(connection, now, record, told)


def _change_answers(connection: Connection, row: StoredRegistration, typed: Registration) -> None:
    store.change(connection, row.id, typed)
    if email_key(typed.participant.email or "") != email_key(
        row.registration.participant.email or ""
    ):
        # The address is the organisers' own: nobody need confirm it any more.
        store.vouch_for(connection, row.id)
        mails.drop_waiting(connection, row.id)


def _decided(event: Event, filed: Participant, typed: Participant) -> Event:
    """Return `event` with what organisers decide; the address tells that it is the same person."""
    fields = {name: getattr(typed, name) for name in DECIDED}
    own = changed(filed, email=typed.email if filed.email else None, **fields)
    return with_people(event, [own])


def _renamed(connection: Connection, now: Current, key: str, typed: Registration) -> Event:
    """Return the event with `typed` in the place of `key`, whose id may be another now."""
    new, event = typed.participant.id, now.stored.event
    if new != key:
        event = renamed(event, key, new)
        _rename_in_choices(connection, now, key, new)
    return _filed(now, event, typed)


def _rename_in_choices(connection: Connection, now: Current, key: str, new: str) -> None:
    for row in now.registrations:
        said = row.registration
        choices = tuple(
            changed(each, id=new) if (each.kind, each.id) == ("participant", key) else each
            for each in said.choices
        )
        if choices != said.choices:
            store.change(connection, row.id, said.model_copy(update={"choices": choices}))


def _filed(now: Current, event: Event, typed: Registration) -> Event:
    own = typed.participant
    others = {each.organisation for each in now.merged.event.participants if each.id != own.id}
    return with_person(event, own, _firm(now, typed.organisation.name), others)


def _firm(now: Current, name: str) -> Organisation:
    """Return the organisation of that name, which answers may have brought; or a new one."""
    known = {folded(each.name): each for each in now.merged.event.organisations}
    return known.get(folded(name)) or Organisation(id=name, name=name)


def _fits_event(typed: Registration) -> bool:
    """Tell whether the event has a place for all of `typed`."""
    return not typed.needs and typed.listed and typed.described


def _answer_for(connection: Connection, now: Current, record: Record, said: Registration) -> None:
    """Keep `said` as the answer of somebody who has given none that counts."""
    waiting = record.person.answered
    if waiting is None:
        store.add_vouched(connection, now.stored.id, said)
        return
    person = changed(said.participant, id=waiting.registration.participant.id)
    store.change(connection, waiting.id, said.model_copy(update={"participant": person}))
    store.vouch_for(connection, waiting.id)


def _readdress(connection: Connection, now: Current, record: Record, email: str | None) -> None:
    """Let what is not sent yet go to the address `email`, if that is another now."""
    if email_key(email or "") != email_key(record.said.participant.email or ""):
        traces.readdress(connection, now.stored.id, record.person.names, email)


def _replace(connection: Connection, now: Current, event: Event) -> None:
    before = now.stored
    if event != before.event:
        services().events.replace(connection, before.id, event, seen=before.revision)
