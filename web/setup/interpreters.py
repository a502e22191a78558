"""Who interprets, between which languages, and when they cannot."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from werkzeug.datastructures import MultiDict

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.people import Interpreter
from matchmaker.planning.changes import with_interpreters
from matchmaker.planning.usage import uses_of_interpreter
from matchmaker.values import NAME_LENGTH
from web.current import Current
from web.languages import language_name
from web.setup.fields import Answers, Fields
from web.setup.ids import id_of
from web.setup.page import Page, Reading, reading
from web.setup.removals import gone, objections
from web.setup.row_fields import place_of_row
from web.setup.tongues import named, spoken_of
from web.store.events import StoredEvent

OF_INTERPRETER = ("name", "languages", "remove")


class Interpreters(Page):
    """The interpreters as rows."""

    key: ClassVar[str] = "interpreters"
    title = message("Interpreters")
    lead = message(
        "They join people who share no language: one meeting, or one sitting, in a slot."
    )
    template = "setup_interpreters.html"

    def part(self, stored: StoredEvent) -> object:
        """Return the interpreters."""
        return [each.model_dump(mode="json") for each in stored.event.interpreters]

    def answers(self, now: Current) -> Answers:
        """Return the interpreters as rows."""
        answers: Answers = MultiDict()
        for number, each in enumerate(now.stored.event.interpreters, start=1):
            answers[f"interpreter_{number}"] = each.id
            answers[f"name_{number}"] = each.name
            answers.setlist(f"languages_{number}", list(each.languages))
            answers.setlist(f"unavailable_{number}", sorted(each.unavailable))
        return answers

    def read(self, answers: Answers, now: Current) -> Reading:
        """Return the event with the interpreters of the rows."""
        fields, event = Fields(answers), now.stored.event
        found: list[Interpreter] = []
        for number in fields.rows("interpreter"):
            if not answers.get(f"remove_{number}") and _is_filled(answers, number):
                found += _interpreter(fields, number, event, [each.id for each in found])
        removed = gone(answers, "interpreter", "remove", event.interpreter_by_id)
        fields.errors.update(objections(removed, partial(uses_of_interpreter, event), event))
        if fields.errors:
            return reading(now, event, fields.errors)
        return reading(now, with_interpreters(event, found))

    def lines(self, stored: StoredEvent) -> list[str]:
        """Return a line for each interpreter."""
        event = stored.event
        return [
            ", ".join(
                (
                    each.name,
                    *(language_name(code) for code in each.languages),
                    *(
                        f"– {event.slot_by_id[slot].start:%H:%M}"
                        for slot in sorted(each.unavailable)
                    ),
                )
            )
            for each in event.interpreters
        ]

    def row(self, field: str, answers: Answers) -> Message | None:
        """Return which interpreter it is."""
        place = place_of_row(field, OF_INTERPRETER, Fields(answers).rows("interpreter"))
        return message("Interpreter {number}", number=place) if place else None

    def refilled(self, wanted: str, answers: Answers, now: Current) -> Answers | None:
        """Return the rows with one more."""
        if wanted != "add":
            return super().refilled(wanted, answers, now)
        more = answers.copy()
        number = max(Fields(answers).rows("interpreter"), default=0) + 1
        # Which languages somebody speaks is theirs to say: none is ticked.
        more.update({f"interpreter_{number}": "", f"name_{number}": ""})
        return more

    def context(self, answers: Answers, now: Current) -> dict[str, object]:
        """Return the rows and the languages to choose from."""
        event = now.stored.event
        known = (each.languages for each in event.interpreters)
        return {
            "rows": Fields(answers).rows("interpreter"),
            "spoken": named(spoken_of(event.languages, *known)),
        }


def _is_filled(answers: Answers, number: int) -> bool:
    own, name = answers[f"interpreter_{number}"], answers.get(f"name_{number}", "")
    return bool(own or name.strip())


def _interpreter(
    fields: Fields, number: int, event: Event, taken: Iterable[str]
) -> list[Interpreter]:
    missing = message("Write the name.")
    name = fields.text(f"name_{number}", NAME_LENGTH, missing)
    known = (each.languages for each in event.interpreters)
    languages = fields.ticked(f"languages_{number}", spoken_of(event.languages, *known))
    if len(languages) < 2:
        fields.errors[f"languages_{number}"] = message("Tick at least two languages.")
    if fields.errors:
        return []
    own = fields.answers[f"interpreter_{number}"]
    others = {*event.interpreter_by_id, *taken}
    values = {
        "id": own if own in event.interpreter_by_id else id_of(name, others),
        "name": name,
        "languages": languages,
        "unavailable": fields.ticked(f"unavailable_{number}", event.slot_by_id),
    }
    return [Interpreter.model_validate(values)]
