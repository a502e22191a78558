"""Whether people can register, which registrations count, and who is shown to others."""

from dataclasses import replace
from typing import ClassVar

from sqlalchemy import Connection
from werkzeug.datastructures import MultiDict

from matchmaker.messages import message
from web.current import Current
from web.languages import say
from web.services import services
from web.setup.fields import Answers, Fields
from web.setup.page import Page, Reading
from web.store.events import StoredEvent


class Registration(Page):
    """Open or closed, whether unconfirmed addresses count, and whether files show people."""

    key: ClassVar[str] = "registration"
    title = message("Registration")
    lead = message("Close it before you make the programme that you want to publish.")
    template = "setup_registration.html"

    def part(self, stored: StoredEvent) -> object:
        """Return all three settings."""
        return [stored.is_open, stored.confirmed_only, stored.files_listed]

    def answers(self, now: Current) -> Answers:
        """Return all as ticked."""
        return MultiDict(
            {
                "open": "yes" if now.stored.is_open else "no",
                "confirmed_only": "yes" if now.stored.confirmed_only else "",
                "files_listed": "yes" if now.stored.files_listed else "",
            }
        )

    def read(self, answers: Answers, now: Current) -> Reading:
        """Return all as chosen."""
        fields = Fields(answers)
        choice = fields.chosen("open", ("yes", "no"))
        if choice is None:
            fields.errors["open"] = message("Choose one of the two.")
        chosen = replace(
            now.stored,
            is_open=choice == "yes",
            confirmed_only=bool(answers.get("confirmed_only")),
            files_listed=bool(answers.get("files_listed")),
        )
        return Reading(chosen, fields.errors)

    def lines(self, stored: StoredEvent) -> list[str]:
        """Return a line for each setting."""
        opened = message("Open") if stored.is_open else message("Closed")
        counted = (
            message("Only confirmed registrations count")
            if stored.confirmed_only
            else message("Every registration counts")
        )
        shown = (
            message("People of the files are shown to participants")
            if stored.files_listed
            else message("People of the files are not shown to participants")
        )
        return [say(opened), say(counted), say(shown)]

    def context(self, answers: Answers, now: Current) -> dict[str, object]:  # noqa: ARG002
        """Return how many registered, and how many of them are not confirmed."""
        unconfirmed = sum(not each.is_confirmed for each in now.registrations)
        registered = sum(each.is_of_form for each in now.registrations)
        return {"registered": registered, "unconfirmed": unconfirmed}

    def keep(self, connection: Connection, now: Current, reading: Reading) -> None:
        """Keep all three settings."""
        chosen = reading.stored
        services().events.settle(
            connection,
            now.stored.id,
            seen=now.stored.revision,
            is_open=chosen.is_open,
            confirmed_only=chosen.confirmed_only,
            files_listed=chosen.files_listed,
        )
