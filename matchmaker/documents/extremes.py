"""Where something may go wrong in print: longest names, fullest days, odd letters."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from matchmaker.documents.chapters import Chapter
from matchmaker.documents.typefaces import MISSING
from matchmaker.documents.voices import mute
from matchmaker.documents.wording import Paper
from matchmaker.documents.writing import RIGHT_TO_LEFT, printable
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Agenda

Finding = tuple[str, str]
"""What is extreme, and the id or key of what it is about."""


def people_of_note(event: Event, views: Mapping[str, Agenda], paper: Paper) -> dict[str, str]:
    """Return by id who should be looked at before the run, with all that is extreme about them."""
    return _gathered(_of_people(event, views, paper)) if event.participants else {}


def extreme_chapters(chapters: Iterable[Chapter], paper: Paper) -> list[tuple[Chapter, str]]:
    """Return the chapters to look at before the run, with all that is extreme about them."""
    by_key = {each.key: each for each in chapters}
    found = _gathered(_of_chapters(list(by_key.values()), paper)) if by_key else {}
    return [(by_key[key], what) for key, what in found.items()]


def _gathered(findings: Iterable[Finding]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for what, key in findings:
        found.setdefault(key, []).append(what)
    return {key: ", ".join(reasons) for key, reasons in found.items()}


def _of_chapters(chapters: list[Chapter], paper: Paper) -> Iterator[Finding]:
    if len(chapters) == 1:
        yield paper("the only one"), chapters[0].key
        return
    yield paper("longest name"), max(chapters, key=lambda each: len(mute(each.name))).key
    yield paper("fullest"), max(chapters, key=lambda each: each.weight).key
    yield paper("emptiest"), min(chapters, key=lambda each: each.weight).key
    longest = max(chapters, key=lambda each: len(each.pages))
    if len(longest.pages) > len(chapters[0].pages):
        yield paper("most pages"), longest.key


def _of_people(event: Event, views: Mapping[str, Agenda], paper: Paper) -> Iterator[Finding]:
    people = event.participants

    def firm(person: Participant) -> int:
        return len(event.organisation_of(person).name)

    def engagements(person: Participant) -> int:
        view = views[person.id]
        return len(view.meetings) + len(view.sessions)

    yield paper("longest name"), max(people, key=lambda each: len(each.name)).id
    yield paper("longest organisation"), max(people, key=firm).id
    yield paper("longest texts"), max(people, key=_texts).id
    yield paper("fullest"), max(people, key=engagements).id
    yield paper("emptiest"), min(people, key=engagements).id
    yield from _first(paper("letters from right to left"), people, _is_right_to_left)
    yield from _first(paper("letters that do not print"), people, _lacks_letters)


def _first(
    what: str, people: Iterable[Participant], is_so: Callable[[Participant], bool]
) -> Iterator[Finding]:
    found = next(filter(is_so, people), None)
    if found is not None:
        yield what, found.id


def _texts(person: Participant) -> int:
    return sum(len(each) for each in (*person.offers, *person.seeks))


def _is_right_to_left(person: Participant) -> bool:
    return RIGHT_TO_LEFT.search(person.name) is not None


def _lacks_letters(person: Participant) -> bool:
    return MISSING in printable(person.name)
