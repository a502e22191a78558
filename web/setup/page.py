"""What each page of the set-up is: a part of the event, the form that says it, and its reading."""

import hashlib
import json
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import ClassVar

from flask import url_for
from sqlalchemy import Connection

from matchmaker.event import Event
from matchmaker.messages import Message
from web.current import Current
from web.services import services
from web.setup.fields import Answers, Errors
from web.store.events import StoredEvent


@dataclass(frozen=True)
class Reading:
    """What a form says: the event with this part as it was typed, or what is wrong by field."""

    stored: StoredEvent
    errors: Errors


def reading(now: Current, event: Event, errors: Errors | None = None) -> Reading:
    """Return that the form says `event`."""
    return Reading(replace(now.stored, event=event), errors or {})


class Page(ABC):
    """One part of an event, which is shown, read and saved without regard to the other parts."""

    key: ClassVar[str]
    title: ClassVar[Message]
    lead: ClassVar[Message]
    template: ClassVar[str]

    @property
    def address(self) -> str:
        """Where the page is."""
        return url_for(f"setup.{self.key}")

    @property
    def after(self) -> str:
        """Where saving leads."""
        return self.address

    @abstractmethod
    def part(self, stored: StoredEvent) -> object:
        """Return the part as plain data: equal data is an equal part."""

    @abstractmethod
    def answers(self, now: Current) -> Answers:
        """Return what one would type to say the part as it stands."""

    @abstractmethod
    def read(self, answers: Answers, now: Current) -> Reading:
        """Return what was typed, put in the place of the part."""

    @abstractmethod
    def lines(self, stored: StoredEvent) -> list[str]:
        """Return the part in lines that an organiser can compare with another version of it."""

    def refilled(self, wanted: str, answers: Answers, now: Current) -> Answers | None:
        """Return the answers after a button of the form that saves nothing; None for no such."""
        return answers if wanted == "edit" and now else None

    def row(self, field: str, answers: Answers) -> Message | None:  # noqa: ARG002
        """Return what the row of `field` is called, None for a field outside of rows."""
        return None

    @abstractmethod
    def context(self, answers: Answers, now: Current) -> dict[str, object]:
        """Return what the template needs besides the answers."""

    def keep(self, connection: Connection, now: Current, reading: Reading) -> None:
        """Make what was typed the part; raises Changed where somebody changed the event since."""
        before, after = now.stored, reading.stored.event
        if after != before.event:
            services().events.replace(connection, before.id, after, seen=before.revision)

    def mark(self, stored: StoredEvent) -> str:
        """Return a mark that changes with the part, and with nothing else."""
        text = json.dumps(self.part(stored), sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()[:20]
