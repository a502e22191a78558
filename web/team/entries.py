"""The log in words: names in the place of ids, and what was done again and again told once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from matchmaker.event import Event
from matchmaker.messages import Message, message
from web.audit import ACTIONS, Action
from web.store.audit import Deed, Entry
from web.team.details import Detail, details, name_of

TOGETHER = timedelta(hours=1)
MOST_SUBJECTS = 3
STEPWISE = frozenset(
    {Action.WISHES_CHANGED, Action.DRAFT_CHANGED, Action.PRESENCE_NOTED, Action.LOOKED}
)
"""What is done in many small steps."""
OF_VERSIONS = frozenset({Action.PROGRAMME_PUBLISHED, Action.PROGRAMME_TOLD})
"""What is done to a published version, whose number is the subject."""
OF_PEOPLE = frozenset(
    {
        Action.FIX_APPLIED,
        Action.PERSON_REMOVED,
        Action.REGISTRATION_DELETED,
        Action.SEARCH_STARTED,
    }
)
"""What is done to people who are written down by their codes."""
SENTENCES: Mapping[str, Message] = {str(each): said for each, said in ACTIONS.items()}


@dataclass(frozen=True)
class Line:
    """What one person did; `times` how often, when it is told once, at the last of the times."""

    at: datetime
    who: Message | str
    what: Message | str
    subjects: tuple[Message | str, ...]
    details: tuple[Detail, ...]
    times: int = 1

    @property
    def shown(self) -> tuple[Message | str, ...]:
        """The first few of the subjects."""
        return self.subjects[:MOST_SUBJECTS]


def lines(entries: Iterable[Entry], event: Event, runs: Mapping[str, str]) -> list[Line]:
    """Return `entries`, newest first, in words; `runs` are the names of runs by their keys."""
    told: list[Line] = []
    latest: dict[tuple[str, str], int] = {}
    for each in entries:
        line, kind = _line(each, event, runs), (each.deed.actor, each.deed.action)
        place = latest.get(kind)
        if place is not None and each.deed.action in STEPWISE and _is_near(told[place], line):
            told[place] = _with(told[place], line)
        else:
            latest[kind] = len(told)
            told.append(line)
    return told


def _is_near(later: Line, earlier: Line) -> bool:
    return later.at - earlier.at <= TOGETHER


def _with(later: Line, earlier: Line) -> Line:
    subjects = tuple(dict.fromkeys((*later.subjects, *earlier.subjects)))
    return replace(later, subjects=subjects, details=(), times=later.times + 1)


def _line(entry: Entry, event: Event, runs: Mapping[str, str]) -> Line:
    deed = entry.deed
    subject = _subject(deed, event, runs) if _is_read(deed.action) else ""
    return Line(
        entry.at,
        _who(deed.actor, event),
        SENTENCES.get(deed.action, deed.action),
        (subject,) if subject else (),
        details(deed.details, event, runs),
    )


def _is_read(action: str) -> bool:
    """Tell whether the subject says something: keys of drafts and surveys do not."""
    return not action.startswith(("draft ", "survey "))


def _who(actor: str, event: Event) -> Message | str:
    if not actor.startswith("participant "):
        return actor or "–"
    person = event.participant_by_id.get(actor.removeprefix("participant "))
    return person.name if person else message("somebody who has left")


def _subject(deed: Deed, event: Event, runs: Mapping[str, str]) -> Message | str:
    """Return what was done to what, with names for the ids of people, organisations and runs."""
    text = deed.subject
    if deed.action in OF_VERSIONS:
        return message("Version {number}", number=text)
    if text in runs:
        return runs[text]
    kind, _, key = text.partition(":")
    if kind == "organisation":
        firm = event.organisation_by_id.get(key)
        return firm.name if firm else key
    if kind == "participant":
        return name_of(key, event)
    return _names(text, event) if deed.action in OF_PEOPLE else text


def _names(text: str, event: Event) -> str:
    return " → ".join(name_of(each, event) for each in text.split(" → "))
