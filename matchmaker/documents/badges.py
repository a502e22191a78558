"""Badges: sheets of A4 for common labels and holders, with crop marks, and backs with the day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from matchmaker.documents.badge_backs import Back
from matchmaker.documents.badge_forms import GRIDS, BadgeForm, Grid, crop_marks
from matchmaker.documents.badge_fronts import Front
from matchmaker.documents.branding import PLAIN, Branding
from matchmaker.documents.facts import by_last_name, joined
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, Sheet, nothing
from matchmaker.documents.style import PORTRAIT
from matchmaker.documents.wording import Paper, paper_words, words_for
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Agenda, Timetable
from matchmaker.timetable import agendas as views


@dataclass(frozen=True)
class _Batch:
    """What all badges share; without a timetable there are no days, and no backs."""

    event: Event
    paper: Paper
    grid: Grid
    days: dict[str, Agenda]


def badges(
    event: Event,
    timetable: Timetable | None = None,
    form: BadgeForm = BadgeForm.LABEL,
    branding: Branding = PLAIN,
) -> bytes:
    """Return the badges of all participants by last name, in the languages of the event.

    With a timetable, each has its owner's day on the back: beside the front where the badge is
    folded, else on the page behind, for printing on both sides.
    """
    days = {} if timetable is None else views(event, timetable)
    batch = _Batch(event, paper_words(event), GRIDS[form], days)
    name = batch.paper.text(event.name)
    is_duplex = bool(days) and not batch.grid.is_folded
    about = About(joined((batch.paper("Badges"), name)), name, batch.paper.language, is_duplex)
    pages = list(_pages(batch, by_last_name(event.participants)))
    return pdf(pages or [nothing(batch.paper("Nobody is registered yet."))], about, branding)


def _pages(batch: _Batch, people: Sequence[Participant]) -> Iterator[Page]:
    grid = batch.grid
    for start in range(0, len(people), grid.count):
        part = people[start : start + grid.count]
        first, last = (each.last_name or each.first_name for each in (part[0], part[-1]))
        draw = partial(_draw_fronts, batch=batch, people=part)
        yield Page(draw, PORTRAIT, outline=f"{first} – {last}")
        if batch.days and not grid.is_folded:
            yield Page(partial(_draw_backs, batch=batch, people=part), PORTRAIT)


def _draw_fronts(sheet: Sheet, batch: _Batch, people: Sequence[Participant]) -> None:
    crop_marks(sheet, batch.grid)
    for number, person in enumerate(people):
        front = Front(batch.event, batch.paper, person, batch.grid)
        front.draw(sheet, *batch.grid.front(number))
        if batch.days and batch.grid.is_folded:
            _draw_back(sheet, batch, number, person)


def _draw_backs(sheet: Sheet, batch: _Batch, people: Sequence[Participant]) -> None:
    for number, person in enumerate(people):
        _draw_back(sheet, batch, number, person)


def _draw_back(sheet: Sheet, batch: _Batch, number: int, person: Participant) -> None:
    words = words_for(batch.event, person, None)
    back = Back(batch.event, batch.days[person.id], words, batch.grid)
    back.draw(sheet, *batch.grid.back(number))
