"""Who may meet unwished: two who opted in, one of whom offers what the other seeks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from matchmaker.people import Participant


def may_be_suggested(one: Participant, other: Participant) -> bool:
    """Tell whether both opted in and one offers a term that the other seeks."""
    opted_in = one.suggestions and other.suggestions
    return opted_in and (_gives(one, other) or _gives(other, one))


def suggested_pairs(people: Iterable[Participant]) -> Iterator[tuple[Participant, Participant]]:
    """Yield every two of `people` who may be suggested, each pair once, found by their terms."""
    willing = [each for each in people if each.suggestions]
    offering: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(willing):
        for term in _plain(each.offers):
            offering[term].append(index)
    pairs = {
        (min(index, giver), max(index, giver))
        for index, each in enumerate(willing)
        for term in _plain(each.seeks)
        for giver in offering.get(term, ())
        if giver != index
    }
    yield from ((willing[one], willing[other]) for one, other in sorted(pairs))


def exchanged(giver: Participant, taker: Participant) -> tuple[str, ...]:
    """Return what `giver` offers and `taker` seeks, as `giver` writes it."""
    sought = _plain(taker.seeks)
    return tuple(each for each in giver.offers if _plain([each]) & sought)


def _gives(one: Participant, other: Participant) -> bool:
    return not _plain(one.offers).isdisjoint(_plain(other.seeks))


def _plain(terms: Iterable[str]) -> set[str]:
    return {each.strip().casefold() for each in terms}
