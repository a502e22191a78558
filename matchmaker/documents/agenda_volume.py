"""All agendas as a volume: a chapter for each participant."""

from collections.abc import Iterator

from matchmaker.documents.agenda_pages import USUAL, Finish
from matchmaker.documents.agendas import agendas_pages, edition
from matchmaker.documents.chapters import Chapter, Volume, about
from matchmaker.documents.facts import by_last_name
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.timetable import Timetable
from matchmaker.timetable import agendas as views


def agenda_volume(
    event: Event, timetable: Timetable, language: str | None = None, finish: Finish = USUAL
) -> Volume:
    """Return the agendas by last name, each in its owner's language unless one is given."""
    paper = Paper([language or event.languages[0]])
    found = _chapters(event, timetable, language, finish)
    title = about(event, paper, paper("Agendas"))
    return Volume(title, found, paper("Nobody is registered yet."))


def _chapters(
    event: Event, timetable: Timetable, language: str | None, finish: Finish
) -> Iterator[Chapter]:
    shared, found = edition(event, finish), views(event, timetable)
    for person in by_last_name(event.participants):
        view = found[person.id]
        pages = tuple(agendas_pages(shared, [view], language, finish.form))
        weight = len(view.meetings) + len(view.sessions)
        yield Chapter(person.id, person.name, pages, weight)
