"""The workshops and their sittings: a list, and a page for each."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.planning.changes import with_people_of, with_workshop, without_workshop
from matchmaker.planning.usage import uses_of_workshop
from matchmaker.programme import Workshop
from web.access import permitted
from web.current import Current, current_or_404
from web.languages import local_text
from web.registrations.directory import Directory
from web.rights import Right
from web.services import services
from web.setup.fields import Answers, Fields, answers_of_texts
from web.setup.ids import id_of
from web.setup.page import Page, Reading, reading
from web.setup.questions import answers_of_questions, questions_of
from web.setup.removals import objections
from web.setup.row_fields import place_of_row
from web.setup.saving import save, show
from web.setup.sections import sections
from web.setup.sitting_rows import answers_of_sitting, blank_sitting, sittings_of
from web.setup.tongues import named, spoken_of
from web.store.events import StoredEvent

NEW = "new"
TITLE_LENGTH = 200
OF_SITTING = ("slots", "capacity", "minimum", "facilitators", "remove")


@dataclass(frozen=True)
class WorkshopPage(Page):
    """One workshop with its sittings; `id` is NEW for one that does not exist yet."""

    id: str

    key: ClassVar[str] = "workshop"
    title = message("Workshop")
    lead = message("A theme with questions, and the sittings in which it is talked about.")
    template = "setup_workshop.html"

    @property
    def address(self) -> str:
        """Where the page is."""
        return url_for("setup.workshop", workshop=self.id)

    @property
    def after(self) -> str:
        """Return the list."""
        return url_for("setup.workshops")

    def part(self, stored: StoredEvent) -> object:
        """Return the workshop with its sittings."""
        event = stored.event
        theme = [each for each in event.workshops if each.id == self.id]
        own = [each for each in event.sessions if each.workshop == self.id]
        return [each.model_dump(mode="json") for each in (*theme, *own)]

    def answers(self, now: Current) -> Answers:
        """Return the workshop and its sittings as one types them."""
        event = now.stored.event
        theme = event.workshop_by_id.get(self.id)
        if theme is None:
            return blank_sitting(MultiDict(answers_of_texts("title", {})), event)
        answers: Answers = MultiDict(answers_of_texts("title", theme.title))
        answers.update(answers_of_questions(theme.questions))
        own = (each for each in event.sessions if each.workshop == self.id)
        for number, sitting in enumerate(own, start=1):
            answers.update(answers_of_sitting(number, sitting))
        return answers

    def read(self, answers: Answers, now: Current) -> Reading:
        """Return the event with this workshop, or without it."""
        if answers.get("remove"):
            return self._removed(answers, now)
        fields, event = Fields(answers), now.stored.event
        theme = self._workshop(fields, event)
        sittings = sittings_of(fields, theme.id, now.merged.event)
        if fields.errors:
            return reading(now, event, fields.errors)
        leading = [each for sitting in sittings for each in sitting.facilitators]
        peopled = with_people_of(event, now.merged.event, leading)
        return reading(now, with_workshop(peopled, theme, sittings))

    def lines(self, stored: StoredEvent) -> list[str]:
        """Return a line for the title, each question and each sitting."""
        event = stored.event
        theme = event.workshop_by_id.get(self.id) or Workshop(id="?", title="–")
        own = [each for each in event.sessions if each.workshop == self.id]
        texts = [*theme.title.values(), *(local_text(each) for each in theme.questions)]
        return [*texts, *(_sitting_line(event, each.id) for each in own)]

    def row(self, field: str, answers: Answers) -> Message | None:
        """Return which sitting it is."""
        place = place_of_row(field, OF_SITTING, Fields(answers).rows("sitting"))
        return message("Sitting {number}", number=place) if place else None

    def refilled(self, wanted: str, answers: Answers, now: Current) -> Answers | None:
        """Return the answers with one more sitting."""
        if wanted == "add":
            return blank_sitting(answers, now.stored.event)
        return super().refilled(wanted, answers, now)

    def context(self, answers: Answers, now: Current) -> dict[str, object]:
        """Return what can be chosen."""
        event = now.stored.event
        return {
            "workshop": event.workshop_by_id.get(self.id),
            "rows": Fields(answers).rows("sitting"),
            "spoken": named(spoken_of(event.languages)),
            "directory": Directory(now.merged.event, ()),
        }

    def _workshop(self, fields: Fields, event: Event) -> Workshop:
        before = event.workshop_by_id.get(self.id)
        missing = message("Write the title in at least one language.")
        title = fields.texts("title", before.title if before else {}, missing, TITLE_LENGTH)
        questions = questions_of(fields)
        own = (
            self.id
            if before
            else id_of(next(iter(title.values()), ""), {*event.workshop_by_id, NEW})
        )
        return Workshop(id=own, title=title, questions=questions)

    def _removed(self, answers: Answers, now: Current) -> Reading:
        event, may_forget = now.stored.event, bool(answers.get("forget"))
        uses_of = partial(uses_of_workshop, now.merged.event)
        errors = objections({self.id: "remove"}, uses_of, event, may_forget)
        if errors:
            return reading(now, event, errors)
        return reading(now, without_workshop(event, self.id))


@permitted(Right.PREPARE)
def listed() -> ResponseReturnValue:
    """List the workshops."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    event = now.stored.event
    sittings = {
        each.id: [one for one in event.sessions if one.workshop == each.id]
        for each in event.workshops
    }
    return render_template(
        "setup_workshops.html", now=now, event=event, sittings=sittings, sections=sections()
    )


@permitted(Right.PREPARE)
def shown(workshop: str) -> ResponseReturnValue:
    """Show one workshop."""
    _must_exist(workshop)
    return show(WorkshopPage(workshop))


@permitted(Right.PREPARE)
def saved(workshop: str) -> ResponseReturnValue:
    """Keep one workshop."""
    return save(WorkshopPage(workshop))


def _must_exist(workshop: str) -> None:
    with services().database.reading() as connection:
        known = current_or_404(connection).stored.event.workshop_by_id
    if workshop != NEW and workshop not in known:
        abort(404)


def _sitting_line(event: Event, session: str) -> str:
    each = event.session_by_id[session]
    times = ", ".join(f"{event.slot_by_id[slot].start:%H:%M}" for slot in each.slots)
    room = event.room_by_id.get(each.room or "")
    place = local_text(room.name) if room else "–"
    languages = " ".join(each.languages)
    leaders = ", ".join(event.participant_by_id[who].name for who in each.facilitators)
    helpers = ", ".join(event.interpreter_by_id[who].name for who in each.interpreters)
    parts = (times, place, f"{each.minimum}–{each.capacity}", languages, leaders, helpers)
    return " · ".join(part for part in parts if part)
