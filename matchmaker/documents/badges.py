"""Badges: sheets of A4 for common labels and holders, with crop marks, and backs with the day."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from types import MappingProxyType

from matchmaker.documents.badge_backs import Back
from matchmaker.documents.badge_forms import GRIDS, BadgeForm, Grid, crop_marks
from matchmaker.documents.badge_fronts import Front
from matchmaker.documents.branding import PLAIN, Branding
from matchmaker.documents.chapters import Chapter, Volume, bound, paper_in, volume
from matchmaker.documents.cluster_marks import ClusterMark, cluster_marks
from matchmaker.documents.coming import wanted
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.style import PORTRAIT
from matchmaker.documents.wording import Paper, words_for
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Agenda, Timetable
from matchmaker.timetable import agendas as views

NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class _Batch:
    """What all badges share; without a timetable there are no days, and no backs."""

    event: Event
    paper: Paper
    grid: Grid
    days: dict[str, Agenda]
    language: str | None
    links: Mapping[str, str]

    @cached_property
    def marks(self) -> dict[str, ClusterMark]:
        """The mark of each cluster."""
        return cluster_marks(self.event)


def badges(
    event: Event,
    timetable: Timetable | None = None,
    form: BadgeForm = BadgeForm.LABEL,
    branding: Branding = PLAIN,
) -> bytes:
    """Return the badges of all who come by last name, in the languages of the event."""
    return bound(badge_volume(event, timetable, form), branding)


def badge_volume(
    event: Event,
    timetable: Timetable | None = None,
    form: BadgeForm = BadgeForm.LABEL,
    only: Collection[str] | None = None,
    language: str | None = None,
    links: Mapping[str, str] = NONE,
) -> Volume:
    """Return the badges by last name, as many on a sheet as fit.

    They are in the languages of the event, their backs in that of the owner, unless one is given.

    With a timetable, each has its owner's day on the back: beside the front where the badge is
    folded, else on the page behind, for printing on both sides. `only` holds the ids of those whose
    badges are wanted, of all who come when None; `links` says by participant where codes on backs
    lead.
    """
    days = {} if timetable is None else views(event, timetable)
    batch = _Batch(event, paper_in(event, language), GRIDS[form], days, language, links)
    found = (_chapter(batch, each) for each in wanted(event, days, only))
    nobody = batch.paper("Nobody is registered yet.")
    whole = volume(event, batch.paper, batch.paper("Badges"), found, nobody)
    is_duplex = bool(days) and not batch.grid.is_folded
    about = replace(whole.about, is_duplex=is_duplex)
    return replace(whole, about=about, imposed=partial(_imposed, batch))


def _chapter(batch: _Batch, person: Participant) -> Chapter:
    """Return the badge of somebody, alone on a sheet."""
    view = batch.days.get(person.id)
    weight = len(view.meetings) if view else 0
    return Chapter(person.id, person.name, tuple(_pages(batch, [person])), weight)


def _imposed(batch: _Batch, chapters: Sequence[Chapter]) -> Iterator[Page]:
    people = [batch.event.participant_by_id[each.key] for each in chapters]
    return _pages(batch, people)


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
        mark = batch.marks.get(person.cluster)
        front = Front(batch.event, batch.paper, person, mark, batch.grid)
        front.draw(sheet, *batch.grid.front(number))
        if batch.days and batch.grid.is_folded:
            _draw_back(sheet, batch, number, person)


def _draw_backs(sheet: Sheet, batch: _Batch, people: Sequence[Participant]) -> None:
    for number, person in enumerate(people):
        _draw_back(sheet, batch, number, person)


def _draw_back(sheet: Sheet, batch: _Batch, number: int, person: Participant) -> None:
    words = words_for(batch.event, person, batch.language)
    link = batch.links.get(person.id)
    back = Back(batch.event, batch.days[person.id], words, batch.grid, link)
    with sheet.voice(words.language):
        back.draw(sheet, *batch.grid.back(number))
