"""Those whose own row has an error: it is told there, and nowhere that they are missing."""

from collections.abc import Iterable, Iterator

from matchmaker.registrations.cells import Cell, text_of
from matchmaker.registrations.drafts import Row
from matchmaker.registrations.folding import fold, words_of

KEYS = ("id", "email", "name", "first_name", "last_name", "organisation")
WHOLE_NAME = ("first_name", "last_name")


class Faulty:
    """What one may write for whom a row is there that has no id, or an id of an earlier row.

    Of rows that have one, too, what was refused, such as a bad address.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.names: list[str] = []
        self._known: set[str] = set()
        self._firms: set[str] = set()
        ids: set[str] = set()
        for row in rows:
            is_known = row["id"] and row["id"] not in ids
            self._add(_refused(row) if is_known else _written(row))
            ids.add(row["id"])

    def has(self, text: str) -> bool:
        """Tell whether `text` is the id, the address or the whole name of one of them."""
        return fold(text) in self._known or words_of(text) in self._known

    def has_firm(self, text: str) -> bool:
        """Tell whether `text` is the organisation of one of them."""
        return fold(text) in self._firms

    def _add(self, written: dict[str, str]) -> None:
        if firm := written.pop("organisation", ""):
            self._firms.add(fold(firm))
        for each in _ways(written):
            self.names.append(each)
            self._known |= {fold(each), words_of(each)} - {""}


def _ways(written: dict[str, str]) -> Iterator[str]:
    """Yield each text by which a row calls itself; first and last names only together."""
    yield from (text for key, text in written.items() if key not in WHOLE_NAME)
    whole = " ".join(filter(None, map(written.get, WHOLE_NAME)))
    if whole:
        yield whole


def _refused(row: Row) -> dict[str, str]:
    return _written(row, [key for key in KEYS if row[key] is None])


def _written(row: Row, keys: Iterable[str] = KEYS) -> dict[str, str]:
    """Return what stands in the cells that say who it is, whether it is understood or not."""
    cells = row.record.cells
    return {key: text_of(cells[key].value) for key in keys if _has_text(cells.get(key))}


def _has_text(cell: Cell | None) -> bool:
    return cell is not None and isinstance(cell.value, str | int | float) and not cell.is_blank
