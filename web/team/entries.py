"""The log in words: names in the place of ids, and what was done again and again told once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from matchmaker.event import Event
from matchmaker.messages import Message, message
from web.audit import ACTIONS, Action
from web.languages import say
from web.records.labels import label
from web.records.people import ORDERS, STATES
from web.regions import region_name
from web.rights import ROLES
from web.store.audit import Entry

TOGETHER = timedelta(hours=1)
MOST_SUBJECTS = 3
STEPWISE = frozenset(
    {Action.WISHES_CHANGED, Action.DRAFT_CHANGED, Action.PRESENCE_NOTED, Action.LOOKED}
)
"""What is done in many small steps."""
OF_RUNS = frozenset({"run", "draft"})

SENTENCES: Mapping[str, Message] = {str(each): said for each, said in ACTIONS.items()}
LABELS: Mapping[str, Message] = {
    "act": message("Step"),
    "cluster": message("Cluster"),
    "confirmed": message("Address confirmed"),
    "confirmed_only": message("Only confirmed ones count"),
    "count": message("Count"),
    "days": message("Days"),
    "dropped_wishes": message("Wishes that went with it"),
    "fields": message("Fields"),
    "files": message("Files"),
    "mails": message("Mails"),
    "note": message("Note"),
    "order": message("Order"),
    "presence": message("Presence"),
    "region": message("Region"),
    "role": message("Role"),
    "run": message("Programme"),
    "seconds": message("Seconds"),
    "seed": message("Seed"),
    "state": message("Show"),
    "title": message("Title"),
    "wishes": message("Wishes"),
    "words": message("Search"),
}
VALUES: Mapping[str, Mapping[str, Message]] = {
    "act": {
        "wish": message("wished"),
        "never": message("rather not"),
        "withdraw": message("withdrawn"),
        "up": message("up"),
        "down": message("down"),
        "move": message("moved"),
        "here": message("arrived"),
        "back": message("arrival taken back"),
        "absent": message("cannot come"),
        "planned": message("comes as planned"),
    },
    "presence": {
        "absent": message("cannot come"),
        "late": message("comes later"),
        "planned": message("comes as planned"),
    },
    "order": ORDERS,
    "role": {str(role): name for role, name in ROLES.items()},
    "state": STATES,
}


@dataclass(frozen=True)
class Detail:
    """A name with a value, in words where there are words for them."""

    name: Message | str
    value: Message | str


@dataclass(frozen=True)
class Line:
    """What one person did; `times` how often, when it is told once, at the last of the times."""

    at: datetime
    who: Message | str
    what: Message | str
    subjects: tuple[str, ...]
    details: tuple[Detail, ...]
    times: int = 1

    @property
    def shown(self) -> tuple[str, ...]:
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
    subject = _subject(deed.subject, event, runs) if _is_read(deed.action) else ""
    details = (_detail(name, value, runs) for name, value in deed.details.items() if value != "")
    return Line(
        entry.at,
        _who(deed.actor, event),
        SENTENCES.get(deed.action, deed.action),
        (subject,) if subject else (),
        tuple(details),
    )


def _is_read(action: str) -> bool:
    """Tell whether the subject says something: keys of drafts and surveys do not."""
    return not action.startswith(("draft ", "survey "))


def _who(actor: str, event: Event) -> Message | str:
    if not actor.startswith("participant "):
        return actor or "–"
    person = event.participant_by_id.get(actor.removeprefix("participant "))
    return person.name if person else message("somebody who has left")


def _subject(text: str, event: Event, runs: Mapping[str, str]) -> str:
    """Return `text` with names for the ids of people, organisations and runs in it."""
    if text in runs:
        return runs[text]
    kind, _, key = text.partition(":")
    if kind == "organisation":
        firm = event.organisation_by_id.get(key)
        return firm.name if firm else key
    if kind == "participant":
        return _name(key, event)
    return " → ".join(_name(each, event) for each in text.split(" → "))


def _name(key: str, event: Event) -> str:
    person = event.participant_by_id.get(key)
    return person.name if person else key


def _detail(name: str, value: Any, runs: Mapping[str, str]) -> Detail:
    if name == "fields" and isinstance(value, list):
        value = [say(label(str(each))) for each in value]
    said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    if name == "region":
        said = region_name(said)
    if name in OF_RUNS:
        return Detail(LABELS.get(name, name), runs.get(said, said))
    return Detail(LABELS.get(name, name), VALUES.get(name, {}).get(said, said))
