"""What many offer and seek, to be ticked instead of typed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from matchmaker.people import Participant
from matchmaker.sameness import folded

MOST_TAGS = 8
FEWEST_PEOPLE = 2
"""What one person alone wrote is not held out to everybody."""


@dataclass(frozen=True)
class Tags:
    """What is proposed to somebody as their offers (others seek it) and needs (others offer it)."""

    offers: tuple[str, ...] = ()
    seeks: tuple[str, ...] = ()

    def of(self, field: str) -> tuple[str, ...]:
        """Return what is proposed for `offers` or for `seeks`."""
        return self.offers if field == "offers" else self.seeks


def tags_of(people: Iterable[Participant]) -> Tags:
    """Return the terms that several of `people` name, what most seek first among what to offer."""
    sought, offered, people_of = Counter[str](), Counter[str](), Counter[str]()
    written: dict[str, str] = {}
    for each in people:
        seeks, offers = _plain(each.seeks), _plain(each.offers)
        sought.update(seeks.keys())
        offered.update(offers.keys())
        people_of.update(seeks.keys() | offers.keys())
        for key, term in (offers | seeks).items():
            written.setdefault(key, term)
    shared = {key: term for key, term in written.items() if people_of[key] >= FEWEST_PEOPLE}
    return Tags(_first(sought, offered, shared), _first(offered, sought, shared))


def _plain(terms: Iterable[str]) -> dict[str, str]:
    return {folded(each): each for each in terms}


def _first(wanted: Counter[str], also: Counter[str], shared: dict[str, str]) -> tuple[str, ...]:
    """Return those of `shared` that are wanted at all, the most wanted first."""
    named = (each for each in shared if wanted[each])
    ordered = sorted(named, key=lambda each: (-wanted[each], -also[each], each))
    return tuple(shared[each] for each in ordered[:MOST_TAGS])
