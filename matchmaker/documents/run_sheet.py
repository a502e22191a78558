"""The organiser's run sheet: the day minute by minute, in large, for whoever holds the watch."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from matchmaker.documents.chapters import Chapter, Volume, chapter, paper_in, volume
from matchmaker.documents.list_head import Title, list_head
from matchmaker.documents.lists import columns, list_pages
from matchmaker.documents.moments import Moment, moments
from matchmaker.documents.pagination import Row
from matchmaker.documents.run_rows import SETTINGS, TIME, RunDay, run_row
from matchmaker.documents.sheet import Page
from matchmaker.documents.sittings import companies
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.timetable import Timetable


def run_sheet(event: Event, timetable: Timetable, language: str | None = None) -> Volume:
    """Return the run sheet, each day on pages of its own, in `language` or each of the event's two.

    Two languages beside each other would be too much to take in at a glance.
    """
    paper = paper_in(event, language)
    day = moments(event, timetable)
    found = (
        chapter
        for each in paper.words
        for chapter in _chapters(event, timetable, Paper([each.asked]), day)
    )
    return volume(event, paper, paper("Run sheet"), found)


def _chapters(
    event: Event, timetable: Timetable, paper: Paper, found: Sequence[Moment]
) -> Iterator[Chapter]:
    """Yield a chapter for each day; there is at least one."""
    sittings = {each.session.id: each for each in companies(event, timetable, paper)}
    of = columns((paper("Time"), TIME), (paper("What"), 0))
    day = RunDay(event, paper, of, sittings)
    for date, listed in groupby(found, lambda each: each.slot.start.date()):
        yield _chapter(day, f"{date} {paper.language}", list(listed))


def _chapter(day: RunDay, key: str, listed: Sequence[Moment]) -> Chapter:
    first, last = listed[0].slot, listed[-1].slot
    said = day.paper.words[0]
    title = Title(
        day.paper("Run sheet"),
        [day.paper("Minute by minute")],
        said.times(first.start, last.end),
    )
    head = list_head(day.event, day.paper, title, (first, last))
    tries = (_pages(replace(day, setting=each), head, listed) for each in SETTINGS)
    pages = min(tries, key=len)
    return chapter(key, said.day(first.start), pages, said.text(day.event.name), len(listed))


def _pages(day: RunDay, head: Row, listed: Sequence[Moment]) -> list[Page]:
    said = day.paper.words[0]
    rows = [run_row(day, each) for each in listed]
    name = said.day(listed[0].slot.start)
    return list(list_pages(name, head, day.columns, rows, said.language))
