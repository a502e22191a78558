"""Whom somebody new names on the form; later wishes have a page of their own."""

from typing import Literal

from matchmaker.messages import Message, message
from web.registration import Choice
from web.registrations.answers import Answers
from web.registrations.cleaning import line
from web.registrations.directory import Entry
from web.registrations.options import Options

Rank = int | Literal["never"]


class FirstWishes:
    """One reading of the numbered fields; `errors` holds those of fields that make no choice."""

    def __init__(self, answers: Answers, offered: Options) -> None:
        self._answers, self._directory = answers, offered.directory
        self._chosen: dict[str, Choice] = {}
        self.errors: dict[str, Message] = {}
        for name in offered.wish_names:
            self._choose(name, len(self._chosen) + 1)
        for name in offered.veto_names:
            self._choose(name, "never")

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Everybody who was chosen, wishes first."""
        return tuple(self._chosen.values())

    def _choose(self, name: str, rank: Rank) -> None:
        text = line(self._answers.get(name, ""))
        if not text:
            return
        entry = self._directory.find(text)
        if entry is None:
            self.errors[name] = message("Nobody of that name is in the list. Choose from the list.")
        elif entry.key in self._chosen:
            self.errors[name] = _repeated(self._chosen[entry.key], rank)
        else:
            self._chosen[entry.key] = _choice(entry, rank)


def _choice(entry: Entry, rank: Rank) -> Choice:
    return Choice(kind=entry.kind, id=entry.id, rank=rank)


def _repeated(before: Choice, rank: Rank) -> Message:
    if before.rank != "never" and rank == "never":
        return message("You wish to meet them above. Choose one of the two.")
    return message("You chose them above already.")
