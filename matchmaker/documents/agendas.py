"""Personal agendas: everybody's day on a page, in their own language."""

from collections.abc import Iterable, Iterator

from matchmaker.documents.agenda_days import dated
from matchmaker.documents.agenda_fitting import Part
from matchmaker.documents.agenda_grid import Edition, Reader
from matchmaker.documents.agenda_pages import USUAL, Finish, Format, agenda_pages
from matchmaker.documents.agenda_rows import part
from matchmaker.documents.facts import by_last_name, joined, mutual_pairs
from matchmaker.documents.floor import floors
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, nothing
from matchmaker.documents.timeline import by_day, timeline
from matchmaker.documents.wording import words, words_for
from matchmaker.event import Event
from matchmaker.timetable import Agenda, Timetable
from matchmaker.timetable import agendas as views


def agendas(
    event: Event, timetable: Timetable, language: str | None = None, finish: Finish = USUAL
) -> bytes:
    """Return the agendas of all, by last name, each in its owner's language unless one is given."""
    found = views(event, timetable)
    ordered = [found[each.id] for each in by_last_name(event.participants)]
    said = words(language or event.languages[0])
    pages = agendas_pages(edition(event, finish), ordered, language, finish.form)
    return _pdf(event, pages, (said.language, said("Agendas")), finish)


def agenda(
    event: Event,
    timetable: Timetable,
    participant_id: str,
    language: str | None = None,
    finish: Finish = USUAL,
) -> bytes:
    """Return the agenda of one participant; raises KeyError for an unknown id."""
    found = views(event, timetable)[participant_id]
    own = language or event.language_of(found.participant)
    pages = agendas_pages(edition(event, finish), [found], own, finish.form)
    return _pdf(event, pages, (own, found.participant.name), finish)


def edition(event: Event, finish: Finish = USUAL) -> Edition:
    """Return what all agendas of `event` share, worked out once."""
    return Edition(event, finish.branding, mutual_pairs(event), floors(event), finish.links)


def agendas_pages(
    shared: Edition, ordered: Iterable[Agenda], language: str | None, form: Format
) -> Iterator[Page]:
    """Yield the pages of agendas one after the other."""
    for each in ordered:
        reader = Reader(
            shared, each.participant, words_for(shared.event, each.participant, language)
        )
        yield from agenda_pages(reader, each, _parts(reader, each), form)


def _pdf(event: Event, pages: Iterable[Page], said: tuple[str, str], finish: Finish) -> bytes:
    """Return the PDF of `pages`, of which the language and the title are `said`."""
    spoken = words(said[0])
    name = spoken.text(event.name)
    about = About(joined((said[1], name)), name, spoken.language)
    empty = nothing(spoken("Nobody is registered yet."))
    return pdf(pages if event.participants else [empty], about, finish.branding)


def _parts(reader: Reader, agenda: Agenda) -> list[Part]:
    days = by_day(timeline(reader.event, agenda))
    parts: list[Part] = []
    for entries in days:
        rows = [part(each, reader) for each in entries]
        name = reader.words.day(entries[0].start)
        parts += dated(name, rows) if len(days) > 1 else rows
    return parts
