"""Which people the grid shows: by name, region and cluster, as the reader asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from matchmaker.event import Event
from matchmaker.people import Participant
from web.searching import has_words


@dataclass(frozen=True)
class Sieve:
    """What the reader looks for; empty lets everybody through."""

    words: str = ""
    region: str = ""
    cluster: str = ""

    @property
    def is_open(self) -> bool:
        """Whether everybody is let through."""
        return not (self.words or self.region or self.cluster)


def sieve_of(asked: Mapping[str, str]) -> Sieve:
    """Return what the address of a page asks for."""
    wanted = (asked.get(name, "").strip()[:120] for name in ("q", "region", "cluster"))
    return Sieve(*wanted)


def sifted(event: Event, sieve: Sieve) -> frozenset[str] | None:
    """Return the ids of those let through; None for everybody."""
    if sieve.is_open:
        return None
    return frozenset(each.id for each in event.participants if _passes(event, each, sieve))


def _passes(event: Event, who: Participant, sieve: Sieve) -> bool:
    return (
        has_words(f"{who.name} {event.organisation_of(who).name}", sieve.words)
        and sieve.region in ("", who.region)
        and sieve.cluster in ("", who.cluster)
    )


def regions(event: Event) -> list[str]:
    """Return the regions of the event, in order."""
    return sorted({each.region for each in event.participants} - {""})


def clusters(event: Event) -> list[str]:
    """Return the clusters of the event, in order."""
    return sorted({each.cluster for each in event.participants} - {""})
