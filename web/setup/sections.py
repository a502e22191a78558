"""The pages of the set-up, in the order in which one goes through them."""

from dataclasses import dataclass

from flask import request, url_for

from matchmaker.messages import Message, message


@dataclass(frozen=True)
class Section:
    """A page of the set-up, and the endpoints that belong to it."""

    key: str
    label: Message

    @property
    def address(self) -> str:
        """Where it is."""
        return url_for(f"setup.{self.key}")

    @property
    def is_here(self) -> bool:
        """Whether the page being made belongs to it."""
        own = (request.endpoint or "").removeprefix("setup.").removeprefix("save_")
        return own == self.key or own.rstrip("s") == self.key.rstrip("s")


SECTIONS = (
    Section("overview", message("What is missing")),
    Section("about", message("Name and place")),
    Section("day", message("The day")),
    Section("rooms", message("Rooms and tables")),
    Section("workshops", message("Workshops")),
    Section("interpreters", message("Interpreters")),
    Section("terms", message("Rules and weights")),
    Section("registration", message("Registration")),
)


def sections() -> tuple[Section, ...]:
    """Return all pages."""
    return SECTIONS
