"""Somebody's agenda as a page shows it: what is now, what comes next, and the whole of it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from matchmaker.documents.timeline import Away, Encounter, Entry, Pause, Sitting, Visit, timeline
from web.agenda.changes import NONE, Changes, changes
from web.agenda.engagements import Reader, engagement
from web.agenda.items import AgendaPage, Day, Former, Gone, Item, Kind, When
from web.agenda.published import Published

KINDS: dict[type[Entry], Kind] = {
    Encounter: Kind.MEETING,
    Visit: Kind.VISIT,
    Sitting: Kind.WORKSHOP,
    Away: Kind.AWAY,
    Pause: Kind.PAUSE,
    Entry: Kind.FREE,
}


def agenda_page(reader: Reader, before: Published | None, moment: datetime) -> AgendaPage:
    """Return the agenda of `reader` at `moment`, a wall-clock time of the event.

    What has changed since the version `before` is marked; without one, nothing is.
    """
    entries = _entries(reader)
    earlier = _earlier(reader, before)
    found = changes(_entries(earlier), entries, reader.participant.id) if earlier else NONE
    following = _following(entries, moment)
    items = [
        Item(
            kind=KINDS[type(entry)],
            when=When.NEXT if entry is following else _when(entry, moment),
            start=entry.start,
            end=entry.end,
            about=engagement(entry, reader),
            news=found.news.get(place),
            former=_former(found, place, earlier),
        )
        for place, entry in enumerate(entries)
    ]
    today = moment.date()
    gone = tuple(_gone(found, earlier))
    return AgendaPage(_days(items, today), gone, _tables(reader), today)


def _entries(reader: Reader) -> list[Entry]:
    return timeline(reader.published.event, reader.published.agendas[reader.participant.id])


def _earlier(reader: Reader, before: Published | None) -> Reader | None:
    """Return the same reader of the version before; None who was not in it."""
    own = before and before.event.participant_by_id.get(reader.participant.id)
    return Reader(before, own, reader.words) if before and own else None


def _following(entries: Sequence[Entry], moment: datetime) -> Entry | None:
    """Return the next engagement of the same date."""
    today = (each for each in entries if each.start.date() == moment.date())
    return next((each for each in today if _is_engagement(each) and each.start > moment), None)


def _is_engagement(entry: Entry) -> bool:
    return isinstance(entry, Encounter | Visit | Sitting)


def _when(entry: Entry, moment: datetime) -> When:
    if entry.end <= moment:
        return When.PAST
    return When.NOW if entry.start <= moment else When.LATER


def _former(found: Changes, place: int, earlier: Reader | None) -> Former | None:
    entry = found.before.get(place)
    about = engagement(entry, earlier) if entry and earlier else None
    return Former(entry.start, about.table, about.room) if entry and about else None


def _gone(found: Changes, earlier: Reader | None) -> Iterator[Gone]:
    for entry in found.gone:
        about = engagement(entry, earlier) if earlier else None
        if about:
            yield Gone(entry.start, about)


def _days(items: list[Item], today: date) -> tuple[Day, ...]:
    """Return the items day by day, today's first, and those of days gone by after all others."""
    by_date = groupby(items, key=lambda each: each.start.date())
    days = (Day(date, tuple(group)) for date, group in by_date)
    return tuple(sorted(days, key=lambda each: (each.date < today, each.date)))


def _tables(reader: Reader) -> tuple[str, ...]:
    """Return the tables of the reader's meetings, in the order of the event."""
    agenda = reader.published.agendas[reader.participant.id]
    own = {each.table for each in (*agenda.meetings, *agenda.visits)}
    return tuple(each.id for each in reader.published.event.tables if each.id in own)
