"""What there is to say of people and meetings, in the reader's words."""

from collections.abc import Iterable

from matchmaker.documents.alphabet import sorting_key
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Session
from matchmaker.timetable import Meeting

BETWEEN = " · "


def joined(parts: Iterable[str]) -> str:
    """Return the parts that are not empty, separated by dots."""
    return BETWEEN.join(part for part in parts if part)


def common_languages(one: Participant, other: Participant) -> tuple[str, ...]:
    """Return the languages both speak; none when both speak all, or when they share none."""
    if not one.languages or not other.languages:
        return one.languages or other.languages
    return tuple(each for each in one.languages if each in other.languages)


def tongues_of(person: Participant) -> str:
    """Return the codes of somebody's languages, those they know a little in brackets."""
    if not person.languages:
        return ""
    known = (f"({each})" for each in little_of(person))
    return joined((*person.languages, *known)).upper()


def little_of(person: Participant) -> tuple[str, ...]:
    """Return the languages that somebody knows a little and does not speak well."""
    return tuple(each for each in person.understands if each not in person.languages)


def mutual_pairs(event: Event) -> frozenset[frozenset[str]]:
    """Return the pairs of participants who wished for each other."""
    wished = {(each.wisher, each.wished) for each in event.wishes if not each.is_veto}
    return frozenset(frozenset(pair) for pair in wished if pair[::-1] in wished)


def interpreter_names(event: Event, ids: Iterable[str | None]) -> str:
    """Return the names of the interpreters there are among `ids`, joined."""
    return joined(event.interpreter_by_id[each].name for each in ids if each is not None)


def table_room_of(event: Event, meeting: Meeting, words: Words) -> str:
    """Return the room of the meeting's table, if the organisers named one."""
    room = event.table_by_id[meeting.table].room
    return words.text(event.room_by_id[room].name) if room else ""


def room_of(event: Event, session: Session, words: Words) -> str:
    """Return the name of the session's room, or its id; empty when it has none."""
    if session.room is None:
        return ""
    return words.text(event.room_by_id[session.room].name) or session.room


def cluster_of(participant: Participant) -> str:
    """Return the cluster as a reader would write it: `agro_food` is “Agro food”."""
    return capitalised(participant.cluster)


def capitalised(key: str) -> str:
    """Return a key as a reader would write it; what holds a capital is as somebody wanted it."""
    return key if key != key.lower() else _with_capital(key.replace("_", " ").strip())


def _with_capital(text: str) -> str:
    """Return `text` with a capital; the Dutch ij is one letter."""
    first = 2 if text.startswith("ij") else 1
    return text[:first].upper() + text[first:]


def by_last_name(people: Iterable[Participant]) -> list[Participant]:
    """Return people as a list at the door has them."""
    return sorted(people, key=_place)


def _place(person: Participant) -> tuple[str, ...]:
    return (*sorting_key(person.last_name or person.first_name, person.first_name), person.id)
