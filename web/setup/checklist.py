"""What is still missing before the programme can be made, with the page on which to mend it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import url_for

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.planning.readiness import Finding, Lack, findings
from web.languages import local_text, say
from web.setup.enumeration import first_few

DOMAIN = "domain"

WORDS: Mapping[Lack, Callable[[str, int], Message]] = {
    Lack.TABLES: lambda _, __: message("There is no table yet."),
    Lack.PEOPLE: lambda _, __: message("There are fewer than two participants."),
    Lack.WISHES: lambda _, __: message("Nobody has wished to meet anybody yet."),
    Lack.UNWISHED: lambda names, number: message(
        "Without a wish yet ({number}): {names}.", number=number, names=names
    ),
    Lack.LANGUAGE: lambda names, number: message(
        "Share a language with nobody of another organisation, with no interpreter to help "
        "({number}): {names}.",
        number=number,
        names=names,
    ),
    Lack.SITTING: lambda names, _: message("The workshop “{names}” has no sitting.", names=names),
    Lack.SEATS: lambda names, _: (
        message("Workshops have one seat fewer than people who want one.")
        if names == "1"
        else message("Workshops have {number} seats fewer than people who want one.", number=names)
    ),
    Lack.UNDERSTANDING: lambda names, _: message(
        "A sitting of “{names}” is held in no language of the event.", names=names
    ),
    Lack.PLACES: lambda names, number: message(
        "Not in the drawing yet ({number}): table {names}.", number=number, names=names
    ),
}
PAGES: Mapping[Lack, str] = {
    Lack.TABLES: "setup.rooms",
    Lack.PEOPLE: "people.everyone",
    Lack.WISHES: "people.everyone",
    Lack.CONTRADICTION: "setup.workshops",
    Lack.UNWISHED: "people.everyone",
    Lack.LANGUAGE: "setup.interpreters",
    Lack.SITTING: "setup.workshops",
    Lack.SEATS: "setup.workshops",
    Lack.UNDERSTANDING: "setup.workshops",
    Lack.PLACES: "setup.rooms",
}


@dataclass(frozen=True)
class Item:
    """A line of the list: what is missing, where to mend it, and whether it must be first."""

    text: str
    address: str
    is_stopping: bool


def checklist(event: Event) -> list[Item]:
    """Return everything that is missing, what must be settled first in front."""
    return [
        Item(_text(each, event), url_for(PAGES[each.lack]), each.is_stopping)
        for each in findings(event)
    ]


def stopping(event: Event) -> int:
    """Return how many things must be settled first."""
    return sum(each.is_stopping for each in findings(event))


def _text(finding: Finding, event: Event) -> str:
    if finding.words is not None:
        return say(finding.words, DOMAIN)
    names = [_name(each, finding.lack, event) for each in finding.subjects]
    return say(WORDS[finding.lack](first_few(names), len(names)))


def _name(subject: str, lack: Lack, event: Event) -> str:
    if lack in (Lack.UNWISHED, Lack.LANGUAGE):
        return event.participant_by_id[subject].name
    if lack is Lack.SITTING:
        return local_text(event.workshop_by_id[subject].title)
    if lack is Lack.UNDERSTANDING:
        theme = event.session_by_id[subject].workshop
        return local_text(event.workshop_by_id[theme].title)
    return subject
