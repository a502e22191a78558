"""New times for a day: which slot of before is which of the new ones."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import count

from matchmaker.planning.pattern import Stretch
from matchmaker.programme import Slot


def renewed(old: Sequence[Slot], times: Sequence[Stretch]) -> tuple[Slot, ...]:
    """Return slots of `times`, each with the id of that slot of `old` whose hours it shares most.

    So what people said of a slot stays true where it can. The others get ids that no slot of `old`
    has, since somebody may have said something of those.
    """
    kept = _kept(old, times)
    new_ids = fresh_ids([each.id for each in old], len(times) - len(kept))
    fresh = iter(new_ids)
    ids = [kept.get(number) or next(fresh) for number in range(len(times))]
    return tuple(
        Slot(id=each, start=start, end=end) for each, (start, end) in zip(ids, times, strict=True)
    )


def fresh_ids(taken: Iterable[str], number: int) -> list[str]:
    """Return so many ids that none of `taken` is, counting on from the highest number there."""
    known = set(taken)
    highest = max((int(each) for each in known if each.isascii() and each.isdigit()), default=0)
    free = (str(each) for each in count(highest + 1))
    return [next(free) for _ in range(number)]


def _kept(old: Sequence[Slot], times: Sequence[Stretch]) -> dict[int, str]:
    """Return the ids that stay, by the number of the new slot, the largest share first."""
    days = _days_between(old, times)
    shares = sorted(
        (
            (-_shared(each, start - days, end - days), number, position)
            for number, (start, end) in enumerate(times)
            for position, each in enumerate(old)
        ),
    )
    kept: dict[int, str] = {}
    used: set[int] = set()
    for share, number, position in shares:
        if share < 0 and number not in kept and position not in used:
            kept[number] = old[position].id
            used.add(position)
    return kept


def _days_between(old: Sequence[Slot], times: Sequence[Stretch]) -> timedelta:
    """Return by how many days all moved, so that the same hours of another day are compared."""
    if not old or not times:
        return timedelta(0)
    return timedelta(days=(times[0][0].date() - old[0].start.date()).days)


def _shared(slot: Slot, start: datetime, end: datetime) -> float:
    return (min(slot.end, end) - max(slot.start, start)).total_seconds()
