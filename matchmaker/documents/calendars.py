"""Calendars: one participant's day, for the calendar on their telephone."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from uuid import NAMESPACE_URL, UUID, uuid5

from icalendar import Calendar, vDuration
from icalendar import Event as Appointment

from matchmaker.documents.calendar_texts import CalendarText
from matchmaker.documents.calendar_updates import UNDATED, UNSTAMPED, Stamp, followed, sent_before
from matchmaker.documents.calendar_zones import zone_of
from matchmaker.documents.facts import (
    common_languages,
    interpreter_names,
    joined,
    room_of,
    table_room_of,
)
from matchmaker.documents.timeline import Encounter, Entry, Sitting, Visit, timeline
from matchmaker.documents.wording import Words, words_for
from matchmaker.documents.writing import plain
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Agenda, Timetable, agendas

PRODUCT = "-//matchmaker//matchmaking day//EN"
NAMESPACE = uuid5(NAMESPACE_URL, "urn:matchmaker:appointments")
REFRESHED = timedelta(minutes=15)
NONE: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True)
class _Owner:
    event: Event
    participant: Participant
    words: Words


def calendar(
    event: Event,
    timetable: Timetable,
    participant_id: str,
    language: str | None = None,
    stamp: Stamp = UNSTAMPED,
    earlier: bytes | None = None,
) -> bytes:
    """Return the meetings and sessions of one participant as iCalendar (RFC 5545).

    An appointment keeps its UID when it moves to another time or table. `earlier` is the calendar
    sent last: what has changed since is numbered on from there, what is gone is cancelled.
    Whatever is new or changed bears `stamp`.
    Raises KeyError for an unknown participant.
    """
    view = agendas(event, timetable)[participant_id]
    return calendar_of(event, view, language, stamp, earlier)


def calendar_of(
    event: Event,
    view: Agenda,
    language: str | None = None,
    stamp: Stamp = UNSTAMPED,
    earlier: bytes | None = None,
) -> bytes:
    """Return the calendar of one agenda, as `calendar` does of one participant."""
    return _calendar(_owner(event, view, language), view, stamp, earlier)


def cancelled_calendar(
    event: Event,
    participant: Participant,
    earlier: bytes | None,
    language: str | None = None,
    stamp: Stamp = UNSTAMPED,
) -> bytes:
    """Return what cancels all that `earlier` holds of somebody who is in the event no more."""
    return calendar_of(event, without_engagements(participant), language, stamp, earlier)


def empty_calendar() -> bytes:
    """Return a calendar that tells nothing of anybody: who subscribes to it sees all of it go."""
    found = _without_name()
    # There is to be a part at least.
    found.add_component(zone_of("UTC", UNDATED.year, UNDATED.year))
    return bytes(found.to_ical())


def without_engagements(participant: Participant) -> Agenda:
    """Return the agenda of somebody who has nothing, or nothing any more."""
    return Agenda(participant=participant, meetings=(), sessions=())


def calendars(
    event: Event,
    timetable: Timetable,
    language: str | None = None,
    stamp: Stamp = UNSTAMPED,
    earlier: Mapping[str, bytes] = NONE,
    only: Collection[str] | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield (participant id, calendar); `earlier` holds those sent last.

    `only` holds the ids of those whose calendars are wanted, of all when None.
    """
    for name, view in agendas(event, timetable).items():
        if only is None or name in only:
            yield name, calendar_of(event, view, language, stamp, earlier.get(name))


def _owner(event: Event, view: Agenda, language: str | None) -> _Owner:
    return _Owner(event, view.participant, words_for(event, view.participant, language))


def _calendar(owner: _Owner, view: Agenda, stamp: Stamp, earlier: bytes | None) -> bytes:
    event = owner.event
    found = _without_name()
    found.add("x-wr-calname", CalendarText(plain(owner.words.text(event.name))))
    found.add("x-wr-timezone", event.timezone)
    years = event.slots[0].start.year, event.slots[-1].end.year
    found.add_component(zone_of(event.timezone, *years))
    planned = _appointments(owner, timeline(event, view))
    for each in followed(planned, sent_before(earlier), owner.words, stamp):
        found.add_component(each)
    return bytes(found.to_ical())


def _without_name() -> Calendar:
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    # No METHOD: it would make an invitation of it, which needs an organiser with an address.
    # How often a program that subscribes is to ask anew; the two names are read by different ones.
    found.add("refresh-interval", REFRESHED, {"value": "DURATION"})
    found.add("x-published-ttl", vDuration(REFRESHED))
    return found


def _appointments(owner: _Owner, entries: list[Entry]) -> Iterator[Appointment]:
    stretches: dict[str, int] = {}
    for entry in entries:
        if isinstance(entry, Encounter):
            yield _meeting(owner, entry)
        elif isinstance(entry, Visit):
            yield _visit(owner, entry)
        elif isinstance(entry, Sitting):
            stretch = stretches[entry.session.id] = stretches.get(entry.session.id, 0) + 1
            yield _sitting(owner, entry, stretch)


def _meeting(owner: _Owner, entry: Encounter) -> Appointment:
    event, words, meeting = owner.event, owner.words, entry.meeting
    partner = event.participant_by_id[meeting.partner_of(owner.participant.id)]
    found = _appointment(owner, entry, _uid(owner, "meeting", partner.id))
    organisation = event.organisation_of(partner).name
    room = table_room_of(event, meeting, words)
    table = words("Table {table}", table=meeting.table)
    languages = common_languages(owner.participant, partner)
    facts = (
        (words("Region"), words.region(partner.region)),
        (words.plural("Language", "Languages", len(languages)), words.tongues(languages)),
        (words("Interpreter"), interpreter_names(event, [meeting.interpreter])),
        (words("Third person"), event.participant_by_id[entry.guest].name if entry.guest else ""),
        (words("Offers"), joined(partner.offers)),
        (words("Seeks"), joined(partner.seeks)),
    )
    found.add("summary", CalendarText(plain(f"{partner.name} ({organisation})")))
    found.add("location", _place(owner, table, room))
    found.add("description", _description(words, facts))
    return found


def _visit(owner: _Owner, entry: Visit) -> Appointment:
    event, words, meeting = owner.event, owner.words, entry.meeting
    hosts = [event.participant_by_id[each] for each in meeting.participants]
    found = _appointment(owner, entry, _uid(owner, "visit", *sorted(meeting.pair)))
    firms = dict.fromkeys(event.organisation_of(each).name for each in hosts)
    names = words.together(each.name for each in hosts)
    table = words("Table {table}", table=meeting.table)
    found.add("summary", CalendarText(plain(words("You join {names}", names=names))))
    found.add("location", _place(owner, table, table_room_of(event, meeting, words)))
    found.add("description", _description(words, ((words("Organisations"), joined(firms)),)))
    return found


def _sitting(owner: _Owner, entry: Sitting, stretch: int) -> Appointment:
    event, words, session = owner.event, owner.words, entry.session
    title = words.text(event.workshop_by_id[session.workshop].title)
    found = _appointment(owner, entry, _uid(owner, "session", session.id, stretch))
    leaders = words.together(event.participant_by_id[each].name for each in session.facilitators)
    facts = (
        (words("Led by"), leaders),
        (words("Interpreter"), interpreter_names(event, session.interpreters)),
    )
    found.add("summary", CalendarText(plain(_said(words, words("Workshop"), title))))
    found.add("location", _place(owner, room_of(event, session, words)))
    found.add("description", _description(words, facts))
    return found


def _appointment(owner: _Owner, entry: Entry, uid: UUID) -> Appointment:
    event = owner.event
    found = Appointment()
    found.add("uid", str(uid))
    found.add("dtstart", entry.start.replace(tzinfo=event.zone))
    found.add("dtend", entry.end.replace(tzinfo=event.zone))
    found.add("status", "CONFIRMED")
    found.add("transp", "OPAQUE")
    return found


def _uid(owner: _Owner, *about: object) -> UUID:
    """Return what stays the same however often the timetable is made anew."""
    name = sorted(owner.event.name.items())
    year = owner.event.slots[0].start.year
    return uuid5(NAMESPACE, json.dumps([name, year, owner.participant.id, *about]))


def _place(owner: _Owner, *parts: str) -> CalendarText:
    venue = owner.words.text(owner.event.venue)
    return CalendarText(plain(", ".join(part for part in (*parts, venue) if part)))


def _description(words: Words, facts: tuple[tuple[str, str], ...]) -> CalendarText:
    lines = (plain(_said(words, label, text)) for label, text in facts if text)
    return CalendarText("\n".join(lines))


def _said(words: Words, label: str, text: str) -> str:
    return words("{label}: {text}", label=label, text=text)
