"""Whom one may choose on the form."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from matchmaker.documents.alphabet import sorting_key
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.sameness import folded

LONGEST_MENU = 150


@dataclass(frozen=True)
class Entry:
    """A person or a whole organisation; `key` stands for it in the form."""

    kind: Literal["participant", "organisation"]
    id: str
    label: str

    @property
    def key(self) -> str:
        """The value of its option."""
        return f"{self.kind}:{self.id}"


class Directory:
    """People who may be seen, and their organisations, each sorted by name."""

    def __init__(self, event: Event, hidden: Iterable[str]) -> None:
        unseen = set(hidden)
        seen = [each for each in event.participants if each.id not in unseen]
        firms = {each.organisation for each in seen}
        self.organisations = _sorted(
            Entry("organisation", each.id, each.name)
            for each in event.organisations
            if each.id in firms
        )
        self.people = _distinct(_sorted(_person(event, each) for each in seen))
        entries = (*self.organisations, *self.people)
        self._by_key = {each.key: each for each in entries}
        self._by_label = {folded(each.label): each for each in reversed(entries)}

    @property
    def is_long(self) -> bool:
        """Whether a menu of all would be a burden, so that one types and is offered matches."""
        return len(self._by_key) > LONGEST_MENU

    @property
    def labels(self) -> list[str]:
        """Every label, organisations first."""
        return [each.label for each in self._by_key.values()]

    def find(self, text: str) -> Entry | None:
        """Return the entry whose key or label is `text`."""
        return self._by_key.get(text) or self._by_label.get(folded(text))

    def by_key(self, key: str) -> Entry | None:
        """Return the entry of `key`."""
        return self._by_key.get(key)

    def shown(self, key: str) -> str:
        """Return the label of `key`, or the text itself when it is no key."""
        entry = self._by_key.get(key)
        return key if entry is None else entry.label


def _person(event: Event, each: Participant) -> Entry:
    return Entry("participant", each.id, f"{each.name} — {event.organisation_of(each).name}")


def _sorted(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda each: sorting_key(each.label))


def _distinct(entries: list[Entry]) -> list[Entry]:
    count = Counter(each.label for each in entries)
    return [
        each if count[each.label] == 1 else Entry(each.kind, each.id, f"{each.label} ({each.id})")
        for each in entries
    ]
