"""What the event is called, where it takes place, whom to ask, and in which languages."""

from functools import cache
from typing import ClassVar

from babel.core import get_global
from werkzeug.datastructures import MultiDict

from matchmaker.messages import message
from matchmaker.values import CONTACT_LENGTH, time_zones
from matchmaker.variations import changed
from web.current import Current
from web.setup.fields import Answers, Fields, answers_of_texts
from web.setup.page import Page, Reading, reading
from web.setup.tongues import named, spoken_of
from web.store.events import StoredEvent


class About(Page):
    """Name, venue, contact, time zone and languages."""

    key: ClassVar[str] = "about"
    title = message("Name and place")
    lead = message("It stands on the first page, on every document and in every mail.")
    template = "setup_about.html"

    def part(self, stored: StoredEvent) -> object:
        """Return name, venue, contact, time zone and languages."""
        event = stored.event
        return [event.name, event.venue, event.contact, event.timezone, event.languages]

    def answers(self, now: Current) -> Answers:
        """Return them as one types them."""
        event = now.stored.event
        answers: Answers = MultiDict(
            answers_of_texts("name", event.name)
            | answers_of_texts("venue", event.venue)
            | {"contact": event.contact, "timezone": event.timezone}
        )
        answers.setlist("languages", list(event.languages))
        answers["first"] = event.languages[0]
        return answers

    def read(self, answers: Answers, now: Current) -> Reading:
        """Return the event with what was typed."""
        fields, event = Fields(answers), now.stored.event
        read = about(fields, event.languages, event.name, event.venue)
        return reading(now, event if fields.errors else changed(event, **read), fields.errors)

    def lines(self, stored: StoredEvent) -> list[str]:
        """Return one line for each text and setting."""
        event = stored.event
        texts = [*event.name.values(), *event.venue.values()]
        return [*texts, *filter(None, [event.contact]), event.timezone, ", ".join(event.languages)]

    def context(self, answers: Answers, now: Current) -> dict[str, object]:  # noqa: ARG002
        """Return what can be chosen."""
        return choices(now.stored.event.timezone, now.stored.event.languages)


def about(
    fields: Fields,
    languages: tuple[str, ...],
    name: dict[str, str] | None = None,
    venue: dict[str, str] | None = None,
) -> dict[str, object]:
    """Return name, venue, contact and so on as typed; others than were `languages` last."""
    missing = message("Write the name in at least one language.")
    read: dict[str, object] = {
        "name": fields.texts("name", name or {}, missing),
        "venue": fields.texts("venue", venue or {}),
        "contact": fields.text("contact", most=CONTACT_LENGTH),
        "timezone": fields.text("timezone"),
        "languages": _languages(fields, spoken_of(languages)),
    }
    if read["timezone"] not in time_zones():
        fields.errors["timezone"] = message("Choose a time zone such as Europe/Brussels.")
    if not read["languages"]:
        fields.errors["languages"] = message("Tick at least one language.")
    return read


def _languages(fields: Fields, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return those that are ticked, the one that was chosen to be first before all others."""
    ticked = fields.ticked("languages", known)
    first = fields.chosen("first", ticked)
    if first is None and fields.answers.get("first"):
        fields.errors["first"] = message("Choose one of the languages that are ticked.")
    return tuple(sorted(ticked, key=lambda each: each != first))


@cache
def other_names() -> frozenset[str]:
    """Return the names of time zones that have another name by now, as Kiev is Kyiv."""
    return frozenset(get_global("zone_aliases"))


def choices(timezone: str, languages: tuple[str, ...]) -> dict[str, object]:
    """Return the time zones and languages to choose from."""
    near = {each for each in time_zones() if each.startswith("Europe/")} - other_names()
    zones = sorted(near | {timezone} & time_zones())
    return {
        "timezones": [(each, each.replace("_", " ")) for each in zones],
        "spoken": named(spoken_of(languages)),
    }
