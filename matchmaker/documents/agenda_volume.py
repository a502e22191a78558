"""All agendas as a volume: a chapter for each participant."""

from collections.abc import Collection

from matchmaker.documents.agenda_grid import Edition
from matchmaker.documents.agenda_pages import USUAL, Finish, Format
from matchmaker.documents.agendas import agendas_pages, edition
from matchmaker.documents.chapters import Chapter, Volume, volume
from matchmaker.documents.coming import wanted
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.timetable import Agenda, Timetable, agendas


def agenda_volume(
    event: Event,
    timetable: Timetable,
    language: str | None = None,
    finish: Finish = USUAL,
    only: Collection[str] | None = None,
) -> Volume:
    """Return the agendas by last name, each in its owner's language unless one is given.

    `only` holds the ids of those whose agendas are wanted, of all who come when None.
    """
    paper = Paper([language or event.languages[0]])
    shared, views = edition(event, finish), agendas(event, timetable)
    people = wanted(event, views, only)
    found = (_chapter(shared, views[each.id], language, finish.form) for each in people)
    title = paper("Agendas")
    return volume(event, paper, title, found, paper("Nobody is registered yet."))


def _chapter(shared: Edition, view: Agenda, language: str | None, form: Format) -> Chapter:
    pages = tuple(agendas_pages(shared, [view], language, form))
    weight = len(view.meetings) + len(view.sessions)
    return Chapter(view.participant.id, view.participant.name, pages, weight)
