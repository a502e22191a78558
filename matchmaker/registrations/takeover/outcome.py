"""What files make of an event that is there already: problems, or the event as it would be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from matchmaker.differences import KEYS, applied, differences, heading
from matchmaker.errors import Problem
from matchmaker.event import Event
from matchmaker.people import Organisation, Participant, Wish
from matchmaker.registrations.assembly import assembled
from matchmaker.registrations.drafts import Draft
from matchmaker.registrations.findings import has_errors
from matchmaker.registrations.parsing import parsed
from matchmaker.registrations.reader import resolved
from matchmaker.registrations.records import Source
from matchmaker.registrations.report import problems
from matchmaker.registrations.takeover.foundation import Foundation, of_files
from matchmaker.registrations.takeover.material import PEOPLE, Sent, only_people, sent
from matchmaker.registrations.takeover.parts import Guide
from matchmaker.registrations.takeover.reduction import reduced
from matchmaker.registrations.takeover.remedies import on_the_page
from matchmaker.values import fields_of

TOGETHER = frozenset({"rooms", "tables", "sessions"})
"""Rooms may be named by tables and sessions without being listed."""
PLAIN = (*(each for each in KEYS if each not in PEOPLE), "rules", "objective")
"""What is taken from the files as it stands there."""


@dataclass(frozen=True)
class Outcome:
    """What the files make of the event; `event` is None exactly when a problem is an error.

    In `event`, all that the event had besides is kept. `missing_people` and `missing_wishes` are
    those that it had and the files lack, where they hold participants and wishes. `chosen` tells
    of which wishes, from whom to whom, somebody was chosen for an organisation, as it is written.
    """

    problems: tuple[Problem, ...]
    event: Event | None
    sent: Sent
    missing_people: tuple[Participant, ...] = ()
    missing_wishes: tuple[Wish, ...] = ()
    chosen: Mapping[tuple[str, str], str] = field(default_factory=dict)


def taken_over(
    event: Event, sources: Iterable[Source], guide: Guide, programme_stays: bool = False
) -> Outcome:
    """Return what `sources` make of `event`.

    With `programme_stays`, only what they say of people and wishes counts.
    """
    received = sent(sources, guide)
    material, known = received.material, received.tables
    if programme_stays:
        material, known = only_people(material), known & frozenset(PEOPLE)
    draft, findings = parsed(material)
    ground = reduced(event, draft, known)
    draft, left = Foundation(ground).under(draft, known)
    draft, found = resolved(draft, (*material.findings, *findings))
    told = list(of_files(found))
    made, more = (None, ()) if has_errors(told) else assembled(draft)
    said = on_the_page(problems([*told, *more]), rules_are_set_there="rules" not in known)
    if made is None:
        return Outcome(said, None, received)
    whole = _whole(ground, made, known, left)
    return Outcome(
        said,
        applied(event, differences(event, whole)),
        received,
        missing_people=tuple(left) if "participants" in known else (),
        missing_wishes=_missing_wishes(event, made) if "wishes" in known else (),
        chosen=_chosen(draft),
    )


def _chosen(draft: Draft) -> dict[tuple[str, str], str]:
    rows = (each for each in draft["wishes"] if each["chosen_for"])
    return {(each["from"], each["to"]): each["chosen_for"] for each in rows}


def _whole(event: Event, made: Event, known: frozenset[str], left: list[Participant]) -> Event:
    """Return `event` with those tables of `made` that are `known`, and with whoever is `left`."""
    if known & TOGETHER:
        known |= {"rooms"}
    tables = {each: getattr(made if each in known else event, each) for each in PLAIN}
    as_they_were = {each.id: each for each in left}
    people = tuple(as_they_were.get(each.id, each) for each in made.participants)
    wishes = (*made.wishes, *_missing_wishes(event, made))
    said = heading(made) if "event" in known else heading(event)
    return Event.model_validate(
        {
            **fields_of(event),
            **tables,
            **fields_of(said),
            "participants": people,
            "organisations": _staffed(event, made, known),
            "wishes": wishes if "wishes" in known else event.wishes,
        }
    )


def _missing_wishes(event: Event, made: Event) -> tuple[Wish, ...]:
    said = {(each.wisher, each.wished) for each in made.wishes}
    return tuple(each for each in event.wishes if (each.wisher, each.wished) not in said)


def _staffed(event: Event, made: Event, known: frozenset[str]) -> tuple[Organisation, ...]:
    """Return the organisations, but for those that nobody comes for any more."""
    before = {each.organisation for each in event.participants}
    now = {each.organisation for each in made.participants}
    if "organisations" in known:
        return made.organisations
    return tuple(each for each in made.organisations if each.id in now or each.id not in before)
