"""All documents of a timetable: which there are, and what their files are called."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from typing import BinaryIO, NamedTuple

from matchmaker.certificate import Certificate
from matchmaker.documents.agenda_pages import Finish
from matchmaker.documents.agenda_volume import agenda_volume
from matchmaker.documents.badges import badge_volume
from matchmaker.documents.branding import PLAIN, Branding
from matchmaker.documents.calendars import calendars
from matchmaker.documents.chapters import Chapter, Volume, bound, opened, write_bound
from matchmaker.documents.check_in import check_in, check_in_by_organisation
from matchmaker.documents.desk_signs import desk_signs
from matchmaker.documents.door_lists import door_lists
from matchmaker.documents.facilitator_sheets import facilitator_sheets
from matchmaker.documents.forms import USUAL_FORMS, Forms
from matchmaker.documents.interpreter_sheets import interpreter_sheets
from matchmaker.documents.readable_names import with_readable_names
from matchmaker.documents.run_sheet import run_sheet
from matchmaker.documents.spreadsheets import attendances_csv, ledgers, meetings_csv, workbook
from matchmaker.documents.standby import standby
from matchmaker.documents.synthesis_sheets import synthesis_sheets
from matchmaker.documents.table_cards import table_cards
from matchmaker.documents.table_plan import table_plan
from matchmaker.documents.wording import words_of
from matchmaker.documents.workshop_lists import workshop_lists
from matchmaker.event import Event
from matchmaker.timetable import Timetable

PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
DEVICES = {"con", "prn", "aux", "nul", *PORTS}
"""Names that Windows gives to devices, whatever their extension."""
LONGEST_NAME = 60
CALENDARS = "calendars"
"""The kind of document that is sent, not printed."""


@dataclass(frozen=True)
class Order:
    """What is to be made documents of; without a `language`, each reader's own.

    `earlier` holds the calendars that were sent last, by participant; `people` the ids of those
    whose own documents are wanted, of all when None; `forms` says on which paper they are,
    `links` by participant where the codes on agendas and badges lead.
    """

    event: Event
    timetable: Timetable
    certificate: Certificate | None = None
    language: str | None = None
    branding: Branding = PLAIN
    earlier: Mapping[str, bytes] = field(default_factory=dict)
    people: Collection[str] | None = None
    forms: Forms = USUAL_FORMS
    links: Mapping[str, str] = field(default_factory=dict)


def _agendas(order: Order) -> Volume:
    finish = Finish(order.forms.agendas, order.branding, order.links)
    return agenda_volume(order.event, order.timetable, order.language, finish, order.people)


def _badges(order: Order) -> Volume:
    form, language = order.forms.badges, order.language
    links = order.links
    return badge_volume(order.event, order.timetable, form, order.people, language, links)


def _table_cards(order: Order) -> Volume:
    return table_cards(order.event, order.timetable, order.language, order.forms.table_cards)


def _workbook(order: Order) -> bytes:
    return workbook(order.event, order.timetable, order.certificate, order.language)


def _ledgers(order: Order) -> object:
    said = words_of(order.event, order.language)
    found = ledgers(order.event, order.timetable, order.certificate, said)
    return said.text(order.event.name), list(found)


class Document(NamedTuple):
    """A kind of document: what makes it, the name of its file, and its chapters where it has any.

    The maker yields (participant id, content); the id is empty, and the name holds no `{}`, where
    one file serves all. It yields nothing where there is nothing to print. `told` returns all that
    a file tells, where that is known sooner than the file is made.
    """

    make: Callable[[Order], Iterator[tuple[str, bytes]]]
    file: str
    volume: Callable[[Order], Volume] | None = None
    told: Callable[[Order], object] | None = None


def _one(make: Callable[[Order], bytes]) -> Callable[[Order], Iterator[tuple[str, bytes]]]:
    def made(order: Order) -> Iterator[tuple[str, bytes]]:
        yield "", make(order)

    return made


def _ordered(make: Callable[[Order], Volume], file: str) -> Document:
    def volume(order: Order) -> Volume:
        return make(replace(order, event=with_readable_names(order.event)))

    def made(order: Order) -> Iterator[tuple[str, bytes]]:
        found = opened(volume(order))
        if found is not None:
            yield "", bound(found, order.branding)

    return Document(made, file, volume)


def _bound(make: Callable[[Event, Timetable, str | None], Volume], file: str) -> Document:
    return _ordered(lambda order: make(order.event, order.timetable, order.language), file)


DOCUMENTS: dict[str, Document] = {
    "agendas": _ordered(_agendas, "agendas.pdf"),
    "badges": _ordered(_badges, "badges.pdf"),
    "table-cards": _ordered(_table_cards, "table-cards.pdf"),
    "table-plan": _bound(table_plan, "table-plan.pdf"),
    "desk-signs": _bound(desk_signs, "desk-signs.pdf"),
    "check-in": _bound(check_in, "check-in.pdf"),
    "check-in-by-organisation": _bound(check_in_by_organisation, "check-in-by-organisation.pdf"),
    "door-lists": _bound(door_lists, "door-lists.pdf"),
    "interpreters": _bound(interpreter_sheets, "interpreters.pdf"),
    "run-sheet": _bound(run_sheet, "run-sheet.pdf"),
    "standby": _bound(standby, "standby.pdf"),
    "workshops": _bound(workshop_lists, "workshops.pdf"),
    "facilitators": _bound(facilitator_sheets, "facilitators.pdf"),
    "synthesis": _bound(synthesis_sheets, "synthesis.pdf"),
    "workbook": Document(_one(_workbook), "timetable.xlsx", told=_ledgers),
    "meetings": Document(
        _one(lambda order: meetings_csv(order.event, order.timetable)), "meetings.csv"
    ),
    "attendances": Document(
        _one(lambda order: attendances_csv(order.event, order.timetable)), "attendances.csv"
    ),
    CALENDARS: Document(
        lambda order: calendars(
            order.event, order.timetable, order.language, earlier=order.earlier, only=order.people
        ),
        "calendars/{}.ics",
    ),
}


def files(
    event: Event,
    timetable: Timetable,
    certificate: Certificate | None = None,
    only: Collection[str] = (),
    language: str | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield (relative path, content) of every document that says anything, as it is asked for.

    `only` names the kinds wanted, all when empty; raises KeyError for an unknown kind. Paths use
    `/` and are safe on every system, whatever the ids of participants hold.
    """
    return ordered(Order(event, timetable, certificate, language), only)


def ordered(order: Order, only: Collection[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield (relative path, content) of the documents of `order`, as `files` does."""
    return _made(order, [DOCUMENTS[each] for each in only or DOCUMENTS])


Write = Callable[[BinaryIO], object]
"""Writes a file into the stream that it is given."""


def written(
    order: Order, only: Collection[str] = (), tick: Callable[[], object] = lambda: None
) -> Iterator[tuple[str, Write]]:
    """Yield (relative path, what writes the file) of the documents of `order`.

    Those with chapters are written page by page: none of them is ever held whole. `tick` is called
    after each chapter, and after each file that has none.
    """
    for each in only or DOCUMENTS:
        document = DOCUMENTS[each]
        if document.volume is not None:
            volume = opened(document.volume(order))
            if volume is not None:
                yield document.file, partial(_write, volume, order.branding, tick)
        else:
            for name, content in _made(order, [document]):
                yield name, partial(_copy, content)
                tick()


def _write(
    volume: Volume, branding: Branding, tick: Callable[[], object], stream: BinaryIO
) -> None:
    chapters = _ticked(volume.chapters, tick)
    write_bound(stream, replace(volume, chapters=chapters), branding)


def _ticked(chapters: Iterable[Chapter], tick: Callable[[], object]) -> Iterator[Chapter]:
    for each in chapters:
        yield each
        tick()


def _copy(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def _made(order: Order, wanted: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
    names = {"": ""} | file_names(each.id for each in order.event.participants)
    for document in wanted:
        for person, content in document.make(order):
            yield document.file.format(names[person]), content


def file_names(ids: Iterable[str]) -> dict[str, str]:
    """Return a file name for each id: the id where that is safe and unlike all others.

    Otherwise it is what is safe of the id, with a mark that tells it from all others.
    """
    kept = list(ids)
    twins = Counter(each.casefold() for each in kept)
    return {each: _file_name(each, is_single=twins[each.casefold()] == 1) for each in kept}


def _file_name(name: str, is_single: bool) -> str:
    safe = re.sub(r"[^A-Za-z0-9_-]+", "_", name)[:LONGEST_NAME]
    if is_single and safe == name and name.casefold() not in DEVICES:
        return name
    return f"{safe}-{sha256(name.encode()).hexdigest()[:12]}"
