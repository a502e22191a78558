"""The sheets about meetings: the meetings, everybody's agenda, the interpreters' services."""

from collections.abc import Iterator

from matchmaker.documents.facts import common_languages, interpreter_names, joined, room_of
from matchmaker.documents.ledgers import (
    Cell,
    Kind,
    Ledger,
    code,
    id_columns,
    ledger,
    person,
    person_columns,
    when,
    when_columns,
)
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.programme import Session, Slot
from matchmaker.score import pair_values
from matchmaker.timetable import Agenda, Meeting, Timetable, agendas

LEAD = 4
"""Columns that tell one meeting from all others: its time and its table."""


def in_order(event: Event, timetable: Timetable) -> list[Meeting]:
    """Return the meetings by slot, then table, in the organisers' order."""
    slots = {slot: number for number, slot in enumerate(event.slot_by_id)}
    tables = {table: number for number, table in enumerate(event.table_by_id)}
    return sorted(timetable.meetings, key=lambda each: (slots[each.slot], tables[each.table]))


def meeting_ledger(event: Event, timetable: Timetable, words: Words) -> Ledger:
    """Return all meetings by slot and table."""
    columns = (
        *when_columns(words),
        (words("Table"), Kind.CODE),
        (words("Room"), Kind.NAME),
        *person_columns(words, "A"),
        *person_columns(words, "B"),
        (words("Third person"), Kind.NAME),
        (words("Languages"), Kind.CODE),
        (words("Interpreter"), Kind.NAME),
        (words("Value"), Kind.AMOUNT),
        (words("Slot"), Kind.KEY),
        *id_columns(words),
    )
    return ledger(words("Meetings"), columns, _meetings(event, timetable, words), LEAD)


def agenda_ledger(event: Event, timetable: Timetable, words: Words) -> Ledger:
    """Return everybody's engagements by participant and time."""
    columns = (
        *person_columns(words),
        *when_columns(words),
        (words("What"), Kind.CODE),
        (words("With"), Kind.NAME),
        (words("Their organisation"), Kind.TEXT),
        (words("Place"), Kind.NAME),
        (words("Interpreter"), Kind.NAME),
        (words("Id"), Kind.KEY),
    )
    views = agendas(event, timetable)
    rows = (row for view in views.values() for row in _agenda(event, view, words))
    return ledger(words("Agendas"), columns, rows)


def interpreting_ledger(event: Event, timetable: Timetable, words: Words) -> Ledger:
    """Return what each interpreter does, by interpreter and time."""
    columns = (
        (words("Interpreter"), Kind.NAME),
        *when_columns(words),
        (words("Place"), Kind.NAME),
        (words("For"), Kind.LONG),
    )
    rows = [*_services(event, timetable, words), *_session_services(event, words)]
    by_name = sorted(rows, key=lambda row: (str(row[0]), str(row[2])))
    return ledger(words("Interpreters"), columns, by_name)


def _meetings(event: Event, timetable: Timetable, words: Words) -> Iterator[tuple[Cell, ...]]:
    values = pair_values(event)
    thirds = {meeting: guest.participant for guest, meeting in timetable.visits}
    for each in in_order(event, timetable):
        slot, room = event.slot_by_id[each.slot], event.table_by_id[each.table].room
        people = [event.participant_by_id[one] for one in each.participants]
        yield (
            *when(slot, slot),
            code(each.table),
            words.text(event.room_by_id[room].name) if room else "",
            *person(event, each.participant_a),
            *person(event, each.participant_b),
            event.participant_by_id[thirds[each]].name if each in thirds else "",
            joined(common_languages(*people)).upper(),
            interpreter_names(event, [each.interpreter]),
            values.get(each.pair, 0.0),
            code(each.slot),
            each.participant_a,
            each.participant_b,
        )


def _agenda(event: Event, view: Agenda, words: Words) -> Iterator[tuple[Cell, ...]]:
    who = person(event, view.participant.id)
    rows = [_met(event, view, each, words) for each in view.meetings]
    rows += [_joined(event, each, words) for each in view.visits]
    rows += [_sat(event, each, words) for each in view.sessions]
    for row in sorted(rows, key=lambda row: str(row[1])):
        yield *who, *row, view.participant.id


def _met(event: Event, view: Agenda, meeting: Meeting, words: Words) -> tuple[Cell, ...]:
    slot = event.slot_by_id[meeting.slot]
    name, organisation, _ = person(event, meeting.partner_of(view.participant.id))
    place = words("Table {table}", table=meeting.table)
    helper = interpreter_names(event, [meeting.interpreter])
    return *when(slot, slot), words("Meeting"), name, organisation, place, helper


def _joined(event: Event, meeting: Meeting, words: Words) -> tuple[Cell, ...]:
    slot = event.slot_by_id[meeting.slot]
    hosts = [event.participant_by_id[each] for each in meeting.participants]
    names = " – ".join(each.name for each in hosts)
    firms = " – ".join(event.organisation_of(each).name for each in hosts)
    place = words("Table {table}", table=meeting.table)
    return *when(slot, slot), words("Trio"), names, firms, place, ""


def _sat(event: Event, session: Session, words: Words) -> tuple[Cell, ...]:
    title = words.text(event.workshop_by_id[session.workshop].title)
    helpers = interpreter_names(event, session.interpreters)
    place = room_of(event, session, words)
    return *when(*ends(event, session)), words("Workshop"), title, "", place, helpers


def ends(event: Event, session: Session) -> tuple[Slot, Slot]:
    """Return the first and the last slot of a session."""
    slots = sorted((event.slot_by_id[each] for each in session.slots), key=lambda s: s.start)
    return slots[0], slots[-1]


def _services(event: Event, timetable: Timetable, words: Words) -> Iterator[tuple[Cell, ...]]:
    for each in timetable.meetings:
        if each.interpreter is not None:
            slot = event.slot_by_id[each.slot]
            names = joined(event.participant_by_id[one].name for one in each.participants)
            who = event.interpreter_by_id[each.interpreter].name
            yield who, *when(slot, slot), words("Table {table}", table=each.table), names


def _session_services(event: Event, words: Words) -> Iterator[tuple[Cell, ...]]:
    for session in event.sessions:
        title = words.text(event.workshop_by_id[session.workshop].title)
        for each in session.interpreters:
            who = event.interpreter_by_id[each].name
            yield who, *when(*ends(event, session)), room_of(event, session, words), title
