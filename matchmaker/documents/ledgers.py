"""What a sheet of the workbook is: a title, typed columns and rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto

from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.programme import Slot

LONGEST_NUMBER = 10
Cell = str | int | float | date | datetime | None


class Share(float):
    """A share of one, shown as a percentage."""


class Kind(Enum):
    """What a column holds; decides its number format and width.

    Amounts of a column are alike, figures are each of a kind of its own. Keys are for programs
    and for searching; they stand last and are not printed.
    """

    CODE = auto()
    NAME = auto()
    TEXT = auto()
    LONG = auto()
    NUMBER = auto()
    AMOUNT = auto()
    FIGURE = auto()
    DAY = auto()
    TIME = auto()
    KEY = auto()


Column = tuple[str, Kind]
"""Heading and kind."""


@dataclass(frozen=True)
class Ledger:
    """A sheet; every row has a cell for each column, and the first `lead` say what it is about."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    lead: int = 1


def ledger(
    title: str, columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]], lead: int = 1
) -> Ledger:
    """Return the Ledger of these rows."""
    return Ledger(title, tuple(columns), tuple(rows), lead)


def when_columns(words: Words) -> tuple[Column, Column, Column]:
    """Return the columns that `when` fills."""
    return (words("Day"), Kind.DAY), (words("Start"), Kind.TIME), (words("End"), Kind.TIME)


def when(first: Slot, last: Slot) -> tuple[Cell, Cell, Cell]:
    """Return day, start and end of a stretch of slots; the day is a date without any time."""
    return first.start.date(), first.start, last.end


def person_columns(words: Words, which: str = "") -> tuple[Column, Column, Column]:
    """Return the columns that `person` fills; `which` tells several people of a row apart."""
    headings = (words("Name"), words("Organisation"), words("Region"))
    name, organisation, region = (f"{each} {which}".strip() for each in headings)
    return (name, Kind.NAME), (organisation, Kind.TEXT), (region, Kind.CODE)


def id_columns(words: Words) -> tuple[Column, Column]:
    """Return the columns for the ids of two people."""
    return (f"{words('Id')} A", Kind.KEY), (f"{words('Id')} B", Kind.KEY)


def code(text: str) -> Cell:
    """Return an id as spreadsheets sort it best: as a number where it is one."""
    is_number = text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER
    return int(text) if is_number and str(int(text)) == text else text


def person(event: Event, participant: str) -> tuple[Cell, Cell, Cell]:
    """Return name, organisation and region of a participant."""
    found = event.participant_by_id[participant]
    return found.name, event.organisation_of(found).name, found.region


def yes_or_no(answer: bool, words: Words) -> str:
    """Return the word for `answer`."""
    return words("yes") if answer else words("no")
