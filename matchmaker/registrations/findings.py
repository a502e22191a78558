"""What the import doctor finds, and where."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from matchmaker.errors import Problem, Severity
from matchmaker.messages import Message

SHOWN = 60


@dataclass(frozen=True)
class Place:
    """A file or sheet, and a row and a column of it; `position` is the column's, from 0."""

    file: str
    row: int | None = None
    column: str = ""
    position: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Finding:
    """A problem with the place it was found in."""

    severity: Severity
    code: str
    what: Message
    remedy: Message
    place: Place

    @property
    def problem(self) -> Problem:
        """The same, for the user."""
        place = self.place
        return Problem(
            self.severity, self.code, self.what, self.remedy, place.file, place.row, place.column
        )


def error(place: Place, code: str, what: Message, remedy: Message) -> Finding:
    """Return a Finding that stops the import."""
    return Finding(Severity.ERROR, code, what, remedy, place)


def warning(place: Place, code: str, what: Message, remedy: Message) -> Finding:
    """Return a Finding that does not stop the import."""
    return Finding(Severity.WARNING, code, what, remedy, place)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether one of `findings` stops the import."""
    return any(each.severity is Severity.ERROR for each in findings)


def shown(value: object, most: int = SHOWN) -> str:
    """Return `value` on one line and short enough to be quoted in a sentence."""
    text = " ".join(str(value).split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
