"""What can go wrong, said once for all: each error carries sentences fit for the user."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from matchmaker.messages import Message


class MatchmakerError(Exception):
    """An error of the product that its user can understand and mend."""


class Severity(StrEnum):
    """Whether a problem stops the import."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in the input: where, what, and how to mend it.

    `file` is the name of the file or sheet, `row` counts as a spreadsheet does (the header is
    row 1), `column` is the header as the organiser wrote it; empty or None where it has no place.
    """

    severity: Severity
    code: str
    what: Message
    remedy: Message
    file: str = ""
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        """Return the problem on one line, in English."""
        row = "" if self.row is None else f"row {self.row}"
        place = ", ".join(part for part in (self.file, row, self.column) if part)
        return f"{place}: {self.what} {self.remedy}".removeprefix(": ")


class InputError(MatchmakerError):
    """The input cannot be read; holds every problem found, warnings included."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
