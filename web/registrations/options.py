"""What the form offers to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.people import Organisation, Participant
from web.current import Current
from web.registration import Registration, vetoed, wished
from web.registrations.consents import Consents
from web.registrations.directory import Directory

REGIONS: dict[str, Message] = {
    "FR": message("France"),
    "WAL": message("Wallonia"),
    "VLG": message("Flanders"),
    "OTHER": message("Elsewhere"),
}
LANGUAGES = ("fr", "nl", "en", "de")


EMPTY = Registration(
    participant=Participant(id="?", last_name="?", organisation="?"),
    organisation=Organisation(id="?", name="?"),
)
FEWEST_WISHES, FEWEST_VETOES, FEWEST_WORKSHOPS = 8, 3, 3


@dataclass(frozen=True)
class Options:
    """Everything that can be chosen or is suggested, for one reader.

    The three `…_names` are the names of the numbered fields: as many as usual, and more for
    somebody who answered more already.
    """

    event: Event
    directory: Directory
    regions: dict[str, Message]
    languages: list[str]
    clusters: list[str]
    organisations: list[str]
    wish_names: list[str]
    veto_names: list[str]
    workshop_names: list[str]


def options(now: Current, own: Registration | None = None) -> Options:
    """Return what the form offers to the one who answered `own`, or to somebody new."""
    event = now.merged.event
    consents = Consents(now.registrations)
    hidden = [each.id for each in event.participants if not consents.is_listed(each)]
    used = own or EMPTY
    workshops = min(len(event.workshops), max(FEWEST_WORKSHOPS, len(used.participant.workshops)))
    return Options(
        event=event,
        directory=Directory(event, [*hidden, used.participant.id]),
        regions=REGIONS | _others(REGIONS, (each.region for each in event.participants)),
        languages=_languages(event),
        clusters=sorted({each.cluster for each in event.participants} - {""}),
        organisations=sorted(each.name for each in event.organisations),
        wish_names=_numbered("wish", max(FEWEST_WISHES, len(wished(used)))),
        veto_names=_numbered("never", max(FEWEST_VETOES, len(vetoed(used)))),
        workshop_names=_numbered("workshop", workshops),
    )


def _numbered(name: str, count: int) -> list[str]:
    return [f"{name}_{number}" for number in range(1, count + 1)]


def _others(known: Iterable[str], used: Iterable[str]) -> dict[str, Message]:
    return {each: message("{region}", region=each) for each in sorted(set(used) - {"", *known})}


def _languages(event: Event) -> list[str]:
    spoken = (language for each in event.participants for language in each.languages)
    return list(dict.fromkeys([*event.languages, *LANGUAGES, *sorted(set(spoken))]))
