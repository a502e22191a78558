"""Whom one may choose on the form."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from matchmaker.documents.alphabet import sorting_key
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.sameness import folded
from web.registrations.handles import Keys, Kind, plain

LONGEST_MENU = 150


@dataclass(frozen=True)
class Entry:
    """A person or a whole organisation; `key` stands for it in the form."""

    kind: Kind
    id: str
    label: str
    key: str


class Directory:
    """People who may be seen, and their organisations, each sorted by name.

    `key_of` gives what stands for somebody in the form.
    """

    def __init__(self, event: Event, hidden: Iterable[str], key_of: Keys = plain) -> None:
        self.key_of = key_of
        unseen = set(hidden)
        seen = [each for each in event.participants if each.id not in unseen]
        firms = {each.organisation for each in seen}
        self.organisations = _sorted(
            Entry("organisation", each.id, each.name, key_of("organisation", each.id))
            for each in event.organisations
            if each.id in firms
        )
        self.people = _distinct(_sorted(self._person(event, each) for each in seen))
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

    def _person(self, event: Event, each: Participant) -> Entry:
        label = f"{each.name} — {event.organisation_of(each).name}"
        return Entry("participant", each.id, label, self.key_of("participant", each.id))


def _sorted(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda each: sorting_key(each.label))


def _distinct(entries: list[Entry]) -> list[Entry]:
    """Return the entries; those that are called the same are numbered."""
    count = Counter(each.label for each in entries)
    number: Counter[str] = Counter()
    return [_numbered(each, number) if count[each.label] > 1 else each for each in entries]


def _numbered(entry: Entry, number: Counter[str]) -> Entry:
    number[entry.label] += 1
    return replace(entry, label=f"{entry.label} ({number[entry.label]})")
