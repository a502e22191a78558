"""What many offer and seek, to be ticked instead of typed."""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass

from matchmaker.people import Participant
from matchmaker.sameness import folded

MOST_TAGS = 8
ENOUGH = 4
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


def tags_of(people: Iterable[Participant], language: str = "") -> Tags:
    """Return the terms that several of `people` name, what most seek first among what to offer.

    Those that somebody whose first language is `language` wrote come first, and stand alone where
    there are ENOUGH of them.
    """
    sought, offered, people_of = Counter[str](), Counter[str](), Counter[str]()
    own = set[str]()
    written: dict[str, str] = {}
    for each in people:
        seeks, offers = _plain(each.seeks), _plain(each.offers)
        sought.update(seeks.keys())
        offered.update(offers.keys())
        people_of.update(seeks.keys() | offers.keys())
        if each.languages[:1] in ((), (language,)):
            own |= seeks.keys() | offers.keys()
        for key, term in (offers | seeks).items():
            written.setdefault(key, term)
    shared = {key: term for key, term in written.items() if people_of[key] >= FEWEST_PEOPLE}
    to_offer = _readable(_first(sought, offered, shared), own)
    to_seek = _readable(_first(offered, sought, shared), own)
    return Tags(tuple(shared[each] for each in to_offer), tuple(shared[each] for each in to_seek))


def _plain(terms: Iterable[str]) -> dict[str, str]:
    return {folded(each): each for each in terms}


def _first(wanted: Counter[str], also: Counter[str], shared: Iterable[str]) -> list[str]:
    """Return those of `shared` that are wanted at all, the most wanted first."""
    named = (each for each in shared if wanted[each])
    return sorted(named, key=lambda each: (-wanted[each], -also[each], each))


def _readable(keys: list[str], own: Container[str]) -> list[str]:
    """Return the first of `keys`, those in the reader's `own` language before the others."""
    mine = [each for each in keys if each in own]
    others = [each for each in keys if each not in own] if len(mine) < ENOUGH else []
    return [*mine, *others][:MOST_TAGS]
