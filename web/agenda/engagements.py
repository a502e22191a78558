"""What there is to say of an engagement, in the words of the page."""

from dataclasses import dataclass

from matchmaker.documents.facts import (
    common_languages,
    interpreter_names,
    joined,
    room_of,
    table_room_of,
)
from matchmaker.documents.marks import mark_of
from matchmaker.documents.timeline import Encounter, Entry, Sitting, Visit
from matchmaker.documents.wording import Words
from matchmaker.people import Participant
from web.agenda.published import Published


@dataclass(frozen=True)
class Reader:
    """Whose agenda it is, of what is published, and in which words it is told."""

    published: Published
    participant: Participant
    words: Words


@dataclass(frozen=True)
class Engagement:
    """Whom or what for, and where.

    `region` is that of whom one meets, `mark` and `shape` say how it is drawn.

    `names` has one name for a meeting, the title of a workshop, two names where one joins others;
    `table` is empty for a workshop.
    """

    names: str
    organisations: str
    table: str
    room: str
    region: str = ""
    mark: str = ""
    shape: str = ""
    languages: str = ""
    interpreter: str = ""
    offers: tuple[str, ...] = ()
    seeks: tuple[str, ...] = ()
    guest: str = ""
    leaders: str = ""
    is_mutual: bool = False
    is_led: bool = False


def engagement(entry: Entry, reader: Reader) -> Engagement | None:
    """Return what is to be said of `entry`; None where there is nothing."""
    if isinstance(entry, Encounter):
        return _meeting(entry, reader)
    if isinstance(entry, Visit):
        return _visit(entry, reader)
    return _sitting(entry, reader) if isinstance(entry, Sitting) else None


def _meeting(entry: Encounter, reader: Reader) -> Engagement:
    event, words, meeting = reader.published.event, reader.words, entry.meeting
    partner = event.participant_by_id[meeting.partner_of(reader.participant.id)]
    return Engagement(
        names=partner.name,
        organisations=event.organisation_of(partner).name,
        table=meeting.table,
        room=table_room_of(event, meeting, words),
        region=words.region(partner.region),
        mark=mark_of(event, partner).letter,
        shape=partner.region,
        languages=words.tongues(common_languages(reader.participant, partner)),
        interpreter=interpreter_names(event, [meeting.interpreter]),
        offers=partner.offers,
        seeks=partner.seeks,
        guest=event.participant_by_id[entry.guest].name if entry.guest else "",
        is_mutual=meeting.pair in reader.published.mutual,
    )


def _visit(entry: Visit, reader: Reader) -> Engagement:
    event, words, meeting = reader.published.event, reader.words, entry.meeting
    hosts = [event.participant_by_id[each] for each in meeting.participants]
    return Engagement(
        names=words.together(each.name for each in hosts),
        organisations=joined(dict.fromkeys(event.organisation_of(each).name for each in hosts)),
        table=meeting.table,
        room=table_room_of(event, meeting, words),
        interpreter=interpreter_names(event, [meeting.interpreter]),
    )


def _sitting(entry: Sitting, reader: Reader) -> Engagement:
    event, words, session = reader.published.event, reader.words, entry.session
    leaders = words.together(event.participant_by_id[each].name for each in session.facilitators)
    return Engagement(
        names=words.text(event.workshop_by_id[session.workshop].title),
        organisations="",
        table="",
        room=room_of(event, session, words),
        languages=words.tongues(session.languages),
        interpreter=interpreter_names(event, session.interpreters),
        leaders=leaders,
        is_led=reader.participant.id in session.facilitators,
    )
