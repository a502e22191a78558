"""The people of one page of the catalogue, the suggested ones apart."""

from collections.abc import Sequence

from matchmaker.messages import Message, message
from web.registrations.catalogue import Card, Filters

SUGGESTED = message("Suggested for you")
OTHERS = message("Everybody else")

Shelf = tuple[Message | None, list[Card]]


def shelves(cards: Sequence[Card], filters: Filters) -> list[Shelf]:
    """Return `cards` under their headings; whoever searches gets them under none."""
    fitting = [each for each in cards if each.fits]
    others = [each for each in cards if not each.fits]
    if not filters.is_open or not fitting:
        return [(None, list(cards))]
    return [(SUGGESTED, fitting), (OTHERS, others)]
