"""Slots as people write them: an id, a word for a slot with an id, or a part of the day."""

import re
from collections.abc import Mapping
from datetime import datetime

from matchmaker.registrations import lists
from matchmaker.registrations.directories import Directory
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.findings import SHOWN
from matchmaker.registrations.folding import fold
from matchmaker.registrations.spans import Span, span_of

CALLED = re.compile(
    r"(?:(?:time ?)?slots?|creneaux?|plages?(?: horaires?)?|tijdvak(?:ken)?|tijd(?:s?slots?|sloten)"
    r"|blok(?:ken)?|blocs?|periodes?)\s*(?:n°|no|nr|numero|nummer)?[\s.:]*(.+)"
)
AND = re.compile(r"\s+(?:et|en|and|&|\+)\s+", re.IGNORECASE)


class SlotDirectory(Directory):
    """The slots; times of day mean those that they touch, where all are on one day."""

    room = 4 * SHOWN

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft, "slots")
        rows = {each["id"]: each for each in draft["slots"] if each["id"]}
        self._timed = {key: row for key, row in rows.items() if _has_times(row)}
        self._days = {each["start"].date() for each in self._timed.values()}
        self._meant: dict[str, tuple[str, ...]] = {}

    def find(self, text: str) -> str | None:
        """Return the one slot that `text` means, or None."""
        found = self.meant(text)
        return found[0] if len(found) == 1 else None

    def meant(self, text: str) -> tuple[str, ...]:
        """Return all slots that `text` means."""
        if text not in self._meant:
            self._meant[text] = self._all([text]) or self._called(text) or self._during(text)
        return self._meant[text]

    def parts(self, text: str) -> list[str]:
        """Return what a cell names, one after another; of what is unknown no words alone."""
        for each in (text, AND.sub(", ", text)):
            found = lists.references(each, self.knows)
            if all(map(self.knows, found)):
                return found
        return [part for each in lists.MARKS.split(text) for part in self._words(each.strip())]

    @property
    def choices(self) -> list[str]:
        """The ids with their times, and days where there are several."""
        days = "%d/%m " if len(self._days) > 1 else ""
        return [_with_times(each, self._timed, days) for each in self.ids]

    def _words(self, text: str) -> list[str]:
        words = text.split()
        return words if any(map(self.knows, words)) else [text] if text else []

    def _called(self, text: str) -> tuple[str, ...]:
        found = CALLED.fullmatch(fold(text))
        return self._all(lists.references(found[1], self._has)) if found else ()

    def _all(self, texts: list[str]) -> tuple[str, ...]:
        ids = [found for each in texts if (found := super(SlotDirectory, self).find(each))]
        return tuple(ids) if len(ids) == len(texts) else ()

    def _has(self, text: str) -> bool:
        return super().find(text) is not None

    def _during(self, text: str) -> tuple[str, ...]:
        span = span_of(text)
        if span is None or len(self._days) > 1:
            return ()
        return tuple(key for key, row in self._timed.items() if _touches(row, span))


def _has_times(row: Row) -> bool:
    return all(isinstance(row[each], datetime) for each in ("start", "end"))


def _touches(row: Row, span: Span) -> bool:
    return bool(row["start"].time() < span[1] and span[0] < row["end"].time())


def _with_times(key: str, timed: Mapping[str, Row], day: str) -> str:
    if key not in timed:
        return key
    row = timed[key]
    return f"{key} ({row['start']:{day}%H:%M}–{row['end']:%H:%M})"
