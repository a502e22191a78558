"""Two changes of one registration at once: what is stored, and what was typed meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass

from web.registration import Registration

FIELDS = (
    "first_name",
    "last_name",
    "email",
    "languages",
    "understands",
    "organisation",
    "region",
    "cluster",
    "offers",
    "seeks",
    "unavailable",
    "workshops",
    "stays",
    "needs",
    "suggestions",
    "listed",
    "described",
)
"""What the form asks, in its order."""


@dataclass(frozen=True)
class Conflict:
    """What is stored and what was typed, with the names of the answers in which they differ.

    `asked` are the names of the answers that the form asks for, in its order.
    """

    stored: Registration
    typed: Registration
    asked: Sequence[str] = FIELDS

    @property
    def fields(self) -> list[str]:
        """The names of the answers that differ, in the order of the form."""
        return [each for each in self.asked if said(self.stored, each) != said(self.typed, each)]


def said(registration: Registration, name: str) -> object:
    """Return the answer of that name."""
    if name == "organisation":
        return registration.organisation.name
    of_form = name in ("needs", "listed", "described")
    return getattr(registration if of_form else registration.participant, name)
