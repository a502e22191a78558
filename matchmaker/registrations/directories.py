"""The ids of a table, and what else means one of them."""

from matchmaker.registrations import lists
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.faulty import Faulty
from matchmaker.registrations.findings import SHOWN
from matchmaker.registrations.folding import fold, words_of
from matchmaker.registrations.suggestions import Suggestions


class Directory:
    """The ids of a table; case does not matter, and a name will do, where only one id fits."""

    room = SHOWN
    """How long all that one may write may be together, to be told."""

    def __init__(self, draft: Draft, table: str) -> None:
        self.table = table
        self.ids = list(dict.fromkeys(draft.ids(table)))
        titles = [title for row in draft[table] for title in _titles(row)]
        self.suggestions = Suggestions((*self.ids, *titles))
        self._exact = set(self.ids)
        self._faulty = Faulty(draft[table])
        self._loose: dict[str, set[str]] = {}
        for row in draft[table]:
            for name in _names(row) if row["id"] else ():
                self._loose.setdefault(name, set()).add(row["id"])

    def find(self, text: str) -> str | None:
        """Return the one id that `text` means (an id, an address, a name or a title), or None."""
        if text in self._exact:
            return text
        found = self._loose.get(fold(text)) or self._loose.get(words_of(text), set())
        return next(iter(found)) if len(found) == 1 else None

    def meant(self, text: str) -> tuple[str, ...]:
        """Return the ids that `text` means in a list of them."""
        found = self.find(text)
        return () if found is None else (found,)

    def knows(self, text: str) -> bool:
        """Tell whether `text` means an id, or somebody whose own row has an error."""
        return bool(self.meant(text)) or self.is_faulty(text)

    def is_faulty(self, text: str) -> bool:
        """Tell whether `text` means somebody whose own row has an error."""
        return self._faulty.has(text)

    def parts(self, text: str) -> list[str]:
        """Return what a cell names, one after another."""
        return lists.references(text, self.knows)

    @property
    def choices(self) -> list[str]:
        """What one may write."""
        return self.ids


def _names(row: Row) -> set[str]:
    """Return all ways to write the id, the address, the name and the titles of a row."""
    folded = {fold(each) for each in (row["id"], row["email"], *_titles(row)) if each}
    whole = f"{row['first_name'] or ''} {row['last_name'] or ''}".strip()
    return (folded | {words_of(whole)}) - {""}


def _titles(row: Row) -> list[str]:
    """Return what a row calls itself, in all its languages."""
    named = (row["name"], row["title"])
    return [
        text
        for each in named
        if each
        for text in ([each] if isinstance(each, str) else each.values())
    ]
