"""Door lists: who is expected in each room of tables and in each session, and when."""

from collections.abc import Iterator

from matchmaker.documents.chapters import Chapter, Volume, paper_in, volume
from matchmaker.documents.room_doors import room_chapters
from matchmaker.documents.session_doors import session_chapters
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.timetable import Timetable


def door_lists(event: Event, timetable: Timetable, language: str | None = None) -> Volume:
    """Return the lists for all doors, rooms first, in the languages of the event unless given."""
    paper = paper_in(event, language)
    title = paper("Door lists")
    return volume(
        event, paper, title, _chapters(event, timetable, paper), paper("There are no rooms.")
    )


def _chapters(event: Event, timetable: Timetable, paper: Paper) -> Iterator[Chapter]:
    """Yield a chapter for each room in which there are meetings, then for each session."""
    yield from room_chapters(event, timetable, paper)
    yield from session_chapters(event, timetable, paper)
