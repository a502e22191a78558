"""What the form offers to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.people import Participant
from matchmaker.programme import Slot
from web.current import Current
from web.languages import language
from web.regions import REGIONS
from web.registration import Registration
from web.registrations.consents import Consents
from web.registrations.directory import Directory
from web.registrations.handles import handles
from web.registrations.tags import Tags, tags_of

LANGUAGES = ("fr", "nl", "en", "de")
FIRST_WISHES, FIRST_VETOES, FEWEST_WORKSHOPS = 3, 2, 3


@dataclass(frozen=True)
class Options:
    """Everything that can be chosen or is suggested, for one reader.

    What is suggested comes from people who show themselves. The three `…_names` are the names of
    the numbered fields: wishes stand on the form of somebody new only, since whoever is registered
    has a page of their own for them.
    """

    event: Event
    directory: Directory
    regions: dict[str, Message]
    languages: list[str]
    clusters: list[str]
    organisations: list[str]
    tags: Tags
    wish_names: list[str]
    veto_names: list[str]
    workshop_names: list[str]

    @property
    def days(self) -> list[tuple[date, list[Slot]]]:
        """The slots of each day."""
        by_day = groupby(self.event.slots, key=lambda each: each.start.date())
        return [(day, list(slots)) for day, slots in by_day]


def options(now: Current, own: Registration | None = None) -> Options:
    """Return what the form offers to the one who answered `own`, or to somebody new."""
    event = now.merged.event
    consents = Consents(now.registrations, files_listed=now.stored.files_listed)
    hidden = [each.id for each in event.participants if not consents.is_listed(each)]
    shown = [each for each in event.participants if consents.is_described(each)]
    known = [*shown, own.participant] if own else shown
    unseen = [*hidden, own.participant.id if own else ""]
    directory = Directory(event, unseen, handles(now.stored.id))
    asked = len(own.participant.workshops) if own else 0
    return Options(
        event=event,
        directory=directory,
        regions={**REGIONS} | _others(REGIONS, (each.region for each in known)),
        languages=_languages(event, known),
        clusters=sorted({each.cluster for each in shown} - {""}),
        organisations=[each.label for each in directory.organisations],
        tags=tags_of(shown, language()),
        wish_names=[] if own else _numbered("wish", FIRST_WISHES),
        veto_names=[] if own else _numbered("never", FIRST_VETOES),
        workshop_names=_numbered(
            "workshop", min(len(event.workshops), max(FEWEST_WORKSHOPS, asked))
        ),
    )


def _numbered(name: str, count: int) -> list[str]:
    return [f"{name}_{number}" for number in range(1, count + 1)]


def _others(known: Iterable[str], used: Iterable[str]) -> dict[str, Message]:
    return {each: message("{region}", region=each) for each in sorted(set(used) - {"", *known})}


def _languages(event: Event, known: Iterable[Participant]) -> list[str]:
    spoken = (language for each in known for language in (*each.languages, *each.understands))
    return list(dict.fromkeys([*event.languages, *LANGUAGES, *sorted(set(spoken))]))
