"""Check-in lists: who is expected, for ticking off, each desk on sheets of its own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from matchmaker.documents.alphabet import ranges, sorting_key, split
from matchmaker.documents.chapters import Chapter, Volume, chapter, foot, paper_in, volume
from matchmaker.documents.check_in_rows import (
    AIRS,
    DeskLists,
    blank_rows,
    desk_lists,
    firm_rows,
    person_row,
)
from matchmaker.documents.facts import by_last_name, joined
from matchmaker.documents.labels import after_label
from matchmaker.documents.list_head import Title, list_head
from matchmaker.documents.lists import list_pages
from matchmaker.documents.pagination import Row
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Timetable

MOST_AT_A_DESK = 36
Named = Callable[[Participant], str]
Rows = Callable[[DeskLists, Sequence[Participant]], Iterable[Row]]


def check_in(event: Event, timetable: Timetable, language: str | None = None) -> Volume:
    """Return the check-in list by last name, a part for each desk."""
    paper = paper_in(event, language)
    title = paper("Check-in by name")
    return volume(
        event, paper, title, _by_name(event, timetable, paper), paper("Nobody is registered yet.")
    )


def check_in_by_organisation(
    event: Event, timetable: Timetable, language: str | None = None
) -> Volume:
    """Return the check-in list by organisation, a part for each desk."""
    paper = paper_in(event, language)
    title = paper("Check-in by organisation")
    found = _by_organisation(event, timetable, paper)
    return volume(event, paper, title, found, paper("Nobody is registered yet."))


def _by_name(event: Event, timetable: Timetable, paper: Paper) -> Iterator[Chapter]:
    """Yield a chapter for each desk, people by last name."""
    people = by_last_name(event.participants)
    lists = desk_lists(event, timetable, paper, (paper("Participant"), paper("Organisation")))
    for number, title, part in _desks(paper, paper("Check-in by name"), people, _last_name):
        yield _chapter(lists, number, title, part, _name_rows)


def _name_rows(lists: DeskLists, people: Sequence[Participant]) -> Iterator[Row]:
    return (person_row(lists, each, is_last) for each, is_last in _initials(people))


def _by_organisation(event: Event, timetable: Timetable, paper: Paper) -> Iterator[Chapter]:
    """Yield a chapter for each desk, people by organisation and last name."""

    def firm(person: Participant) -> str:
        return event.organisation_of(person).name

    def rows(lists: DeskLists, part: Sequence[Participant]) -> Iterator[Row]:
        return (row for _, each in groupby(part, firm) for row in firm_rows(lists, list(each)))

    people = sorted(by_last_name(event.participants), key=lambda each: sorting_key(firm(each)))
    lists = desk_lists(event, timetable, paper, (paper("Organisation"), paper("Participant")))
    sheet = paper("Check-in by organisation")
    for number, title, part in _desks(paper, sheet, people, firm):
        yield _chapter(lists, number, title, part, rows)


def _desks(
    paper: Paper, sheet: str, people: Sequence[Participant], name: Named
) -> Iterator[tuple[int, Title, list[Participant]]]:
    parts = split(people, name, MOST_AT_A_DESK) if people else []
    for number, (part, edges) in enumerate(zip(parts, ranges(parts, name), strict=True), start=1):
        desk = paper("Desk {number} of {total}", number=number, total=len(parts))
        count = joined((sheet, after_label(paper, paper("Participants"), len(part))))
        yield number, Title(count, [desk], " – ".join(edges)), part


def _chapter(
    lists: DeskLists, number: int, title: Title, people: Sequence[Participant], make: Rows
) -> Chapter:
    """Return the list of a desk, set as closely as it needs to be on the fewest pages."""
    head = list_head(lists.event, lists.paper, title)
    name = joined((*title.about, title.aside))
    settings = (replace(lists, air=each) for each in AIRS)
    tries = (
        list(list_pages(name, head, each.columns, [*make(each, people), *blank_rows(each)]))
        for each in settings
    )
    pages = min(tries, key=len)
    return chapter(str(number), name, pages, foot(lists.event, lists.paper), len(people))


def _last_name(person: Participant) -> str:
    return person.last_name or person.first_name


def _initials(people: Sequence[Participant]) -> Iterator[tuple[Participant, bool]]:
    """Yield everybody, and whether they are the last of their initial."""
    letters = [sorting_key(_last_name(each))[0][:1] for each in people]
    for person, letter, after in zip(people, letters, [*letters[1:], ""], strict=True):
        yield person, letter != after
