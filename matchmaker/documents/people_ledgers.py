"""The sheets about people and what they asked for: participants, wishes, sessions, attendances."""

from collections import Counter
from collections.abc import Iterator

from matchmaker.certificate import Certificate, Status
from matchmaker.documents.facts import (
    by_last_name,
    cluster_of,
    interpreter_names,
    joined,
    room_of,
    tongues_of,
)
from matchmaker.documents.ledgers import (
    Cell,
    Column,
    Kind,
    Ledger,
    Share,
    id_columns,
    ledger,
    person,
    person_columns,
    when,
    when_columns,
    yes_or_no,
)
from matchmaker.documents.meeting_ledgers import ends
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Timetable, seats


def participant_ledger(event: Event, timetable: Timetable, words: Words) -> Ledger:
    """Return all participants by last name, with what they asked for and what they got."""
    counts = Counter(one for each in timetable.meetings for one in each.participants)
    columns = (
        *_identity_columns(words),
        (words("Cluster"), Kind.NAME),
        (words("Offers"), Kind.LONG),
        (words("Seeks"), Kind.LONG),
        (words("Not available"), Kind.NAME),
        (words("Minimum"), Kind.NUMBER),
        (words("Maximum"), Kind.NUMBER),
        (words("Meetings"), Kind.NUMBER),
        (words("E-mail"), Kind.KEY),
        (words("Id"), Kind.KEY),
    )
    rows = (_participant(event, each, counts[each.id]) for each in by_last_name(event.participants))
    return ledger(words("Participants"), columns, rows, lead=2)


def wish_ledger(event: Event, timetable: Timetable, words: Words) -> Ledger:
    """Return all wishes, with when they are met."""
    columns = (
        *person_columns(words, "A"),
        (words("Rank"), Kind.CODE),
        *person_columns(words, "B"),
        (words("Met"), Kind.CODE),
        *when_columns(words),
        *id_columns(words),
    )
    return ledger(words("Wishes"), columns, _wishes(event, timetable, words))


def session_ledger(event: Event, timetable: Timetable, words: Words) -> Ledger:
    """Return all sessions of the workshops."""
    counts = Counter(each.session for each in timetable.attendances)
    columns = (
        (words("Workshop"), Kind.LONG),
        *when_columns(words),
        (words("Room"), Kind.NAME),
        (words("Participants"), Kind.NUMBER),
        (words("Places"), Kind.NUMBER),
        (words("Led by"), Kind.NAME),
        (words("Interpreter"), Kind.NAME),
        (words("Languages"), Kind.CODE),
        (words("Id"), Kind.KEY),
    )
    rows = (
        (
            words.text(event.workshop_by_id[each.workshop].title),
            *when(*ends(event, each)),
            room_of(event, each, words),
            counts[each.id],
            each.capacity,
            joined(event.participant_by_id[one].name for one in each.facilitators),
            interpreter_names(event, each.interpreters),
            joined(each.languages).upper(),
            each.id,
        )
        for each in event.sessions
    )
    return ledger(words("Workshops"), columns, rows)


def attendance_ledger(event: Event, timetable: Timetable, words: Words) -> Ledger:
    """Return who sits in which session, facilitators included."""
    columns = (
        (words("Workshop"), Kind.LONG),
        *when_columns(words),
        *person_columns(words),
        (words("Leads"), Kind.CODE),
        (words("Session"), Kind.KEY),
        (words("Id"), Kind.KEY),
    )
    rows = (
        (
            words.text(event.workshop_by_id[session.workshop].title),
            *when(*ends(event, session)),
            *person(event, one),
            yes_or_no(one in session.facilitators, words),
            session.id,
            one,
        )
        for one, session in seats(event, timetable)
    )
    return ledger(words("Attendances"), columns, rows)


def certificate_ledger(certificate: Certificate, words: Words) -> Ledger:
    """Return the figures of the certificate, one a row, but for how long the engine worked."""
    columns: tuple[Column, ...] = ((words("Figure"), Kind.TEXT), (words("Value"), Kind.FIGURE))
    rows: tuple[tuple[Cell, Cell], ...] = (
        (words("Status"), _status(certificate, words)),
        (words("Value of the meetings"), certificate.value),
        (words("Proven upper bound"), certificate.bound),
        (words("Gap to the bound"), Share(certificate.gap)),
        (words("Participants"), certificate.participants),
        (words("Meetings"), certificate.meetings),
        (words("Wishes met"), certificate.wishes_met),
        (words("Wishes"), certificate.wishes_total),
        (words("Fewest meetings of a participant"), certificate.min_meetings),
        (words("Inequality of meetings (Gini)"), certificate.gini),
        (words("Idle slots"), certificate.idle_slots),
        (words("Table moves"), certificate.table_moves),
        (words("Value of the workshops"), certificate.workshop_value),
        (words("Share of meetings across borders"), Share(certificate.cross_border_share)),
        (words("Value of the simple method"), certificate.baseline_value),
        (words("Seed"), certificate.seed),
    )
    return ledger(words("Certificate"), columns, rows)


def _status(certificate: Certificate, words: Words) -> str:
    return {
        Status.OPTIMAL: words("proven optimal"),
        Status.FEASIBLE: words("keeps all rules"),
        Status.INFEASIBLE: words("minimums not reached"),
    }[certificate.status]


def _identity_columns(words: Words) -> tuple[Column, ...]:
    return (
        (words("First name"), Kind.NAME),
        (words("Last name"), Kind.NAME),
        (words("Organisation"), Kind.TEXT),
        (words("Region"), Kind.CODE),
        (words("Languages"), Kind.CODE),
    )


def _participant(event: Event, each: Participant, meetings: int) -> tuple[Cell, ...]:
    return (
        each.first_name,
        each.last_name,
        event.organisation_of(each).name,
        each.region,
        tongues_of(each),
        cluster_of(each),
        joined(each.offers),
        joined(each.seeks),
        joined(slot for slot in event.slot_by_id if slot in each.unavailable),
        each.min_meetings,
        each.max_meetings,
        meetings,
        each.email or "",
        each.id,
    )


def _wishes(event: Event, timetable: Timetable, words: Words) -> Iterator[tuple[Cell, ...]]:
    met = {each.pair: event.slot_by_id[each.slot] for each in timetable.meetings}
    for wish in event.wishes:
        slot = met.get(frozenset((wish.wisher, wish.wished)))
        yield (
            *person(event, wish.wisher),
            words("never") if wish.rank == "never" else wish.rank,
            *person(event, wish.wished),
            yes_or_no(slot is not None, words),
            *(when(slot, slot) if slot else (None, None, None)),
            wish.wisher,
            wish.wished,
        )
