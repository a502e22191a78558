"""The slots of the day."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from flask import render_template, request
from flask.typing import ResponseReturnValue

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.planning.changes import with_slots
from matchmaker.planning.renewal import renewed
from matchmaker.planning.usage import Kind, Use, uses_of_slot
from matchmaker.programme import Slot
from web.access import permitted
from web.current import Current, current_or_404
from web.languages import long_date
from web.rights import Right
from web.services import services
from web.setup.fields import Answers, Errors, Fields
from web.setup.page import Page, Reading, reading
from web.setup.patterns import ASKED, answers_of_pattern, times_of
from web.setup.removals import gone
from web.setup.row_fields import place_of_row
from web.setup.saving import Shown, rendered, show
from web.setup.slot_rows import answers_of_slots, readable_slots, slots_of, with_one_more
from web.setup.timeline import Strip, strips
from web.setup.uses import to_remove
from web.store.events import StoredEvent

OF_SLOT = ("start", "end", "date", "remove")


class Day(Page):
    """Start and end of every slot."""

    key: ClassVar[str] = "day"
    title = message("The day")
    lead = message("In each slot somebody has one meeting, or sits in a workshop.")
    template = "setup_day.html"

    def part(self, stored: StoredEvent) -> object:
        """Return the slots."""
        return [each.model_dump(mode="json") for each in stored.event.slots]

    def answers(self, now: Current) -> Answers:
        """Return the slots as rows."""
        return answers_of_slots(now.stored.event.slots)

    def read(self, answers: Answers, now: Current) -> Reading:
        """Return the event with the slots of the rows."""
        fields, event = Fields(answers), now.stored.event
        slots = slots_of(fields, event.slots)
        fields.errors.update(_in_use(answers, now))
        return reading(now, event if fields.errors else with_slots(event, slots), fields.errors)

    def lines(self, stored: StoredEvent) -> list[str]:
        """Return a line for each slot."""
        event = stored.event
        days = len({each.start.date() for each in event.slots}) > 1
        return [_line(each, days) for each in event.slots]

    def row(self, field: str, answers: Answers) -> Message | None:
        """Return which slot it is."""
        place = place_of_row(field, OF_SLOT, Fields(answers).rows("start"))
        return message("Slot {number}", number=place) if place else None

    def refilled(self, wanted: str, answers: Answers, now: Current) -> Answers | None:
        """Return the rows with one more."""
        if wanted == "add":
            return with_one_more(answers)
        return super().refilled(wanted, answers, now)

    def context(self, answers: Answers, now: Current) -> dict[str, object]:
        """Return the pattern, the picture of the rows, and who uses which slot."""
        event = now.stored.event
        used = {each.id: uses_of_slot(now.merged.event, each.id) for each in event.slots}
        return {
            "strips": pictured(answers, event),
            "rows": Fields(answers).rows("start"),
            "pattern": answers_of_pattern(readable_slots(answers, event.slots) or event.slots),
            "pattern_errors": {},
            "sittings": _counted(used, Kind.SITTING),
            "absences": _counted(used, Kind.ABSENCE),
        }


PAGE = Day()


@permitted(Right.PREPARE)
def shown() -> ResponseReturnValue:
    """Show the slots, or those that the numbers in the address propose."""
    if not any(each in request.args for each in ASKED):
        return show(PAGE)
    with services().database.reading() as connection:
        now = current_or_404(connection)
    return _proposed(now)


@permitted(Right.PREPARE)
def timeline() -> ResponseReturnValue:
    """Draw the rows in the address as they are typed."""
    with services().database.reading() as connection:
        event = current_or_404(connection).stored.event
    return render_template("setup_timeline.html", strips=pictured(request.args.copy(), event))


def pictured(answers: Answers, event: Event) -> list[Strip]:
    """Return the picture of those rows that can be read."""
    return strips(readable_slots(answers, event.slots), event.sessions)


def _proposed(now: Current) -> ResponseReturnValue:
    slots = now.stored.event.slots
    fields = Fields(request.args.copy())
    times = times_of(fields, slots)
    new = renewed(slots, times)
    ids = {each.id for each in new}
    gone = [each for each in slots if each.id not in ids]
    answers = answers_of_slots(new, gone) if times else answers_of_slots(slots)
    asked = {"pattern": fields.answers, "pattern_errors": fields.errors}
    return rendered(PAGE, now, Shown(answers, is_saved=not times, more=asked))


def _in_use(answers: Answers, now: Current) -> Errors:
    """Return an error for each slot that is removed but used, unless that is to go along."""
    if answers.get("forget"):
        return {}
    removed = gone(answers, "id", "remove", now.stored.event.slot_by_id)
    used = {field: uses_of_slot(now.merged.event, each) for each, field in removed.items()}
    return {field: to_remove(uses, now.stored.event) for field, uses in used.items() if uses}


def _counted(used: Mapping[str, Iterable[Use]], kind: Kind) -> dict[str, int]:
    return {slot: sum(each.kind is kind for each in uses) for slot, uses in used.items()}


def _line(slot: Slot, days: bool) -> str:
    return f"{long_date(slot.start.date())}, {slot.hours}" if days else slot.hours
