"""What a timetable is worth, counted from nothing but the event and the timetable."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matchmaker.event import Event
from matchmaker.people import Wish
from matchmaker.programme import Slot
from matchmaker.terms import BONUS_DECIMALS
from matchmaker.timetable import Agenda, Meeting, Timetable, agendas

UNIT: int = 10**BONUS_DECIMALS
"""Values are whole multiples of 1/UNIT."""


@dataclass(frozen=True)
class Score:
    """The figures by which two timetables of one event are compared.

    `value` is the sum of meeting values; `wishes_met` counts directed wishes of `wishes_total`
    (vetoes apart); `least_share` is the smallest share that anybody gets of the weight of their own
    wishes, 1 when nobody has any; `idle_slots`, `idle_periods` and `table_moves` are sums over all
    participants; `workshop_value` is the weight of the workshop preferences met;
    `cross_border_meetings` counts the meetings across regions, `cross_border_share` is their share,
    0 without meetings; `gini` is that of meetings per participant, 0 = all alike.
    """

    value: float
    wishes_met: int
    wishes_total: int
    meetings: int
    min_meetings: int
    gini: float
    least_share: float
    idle_slots: int
    idle_periods: int
    table_moves: int
    workshop_value: int
    cross_border_meetings: int
    cross_border_share: float


def score(event: Event, timetable: Timetable) -> Score:
    """Return the Score of `timetable`."""
    met = list(_wishes_met(event, timetable))
    views = agendas(event, timetable)
    counts = [len(view.meetings) for view in views.values()]
    waiting = [_waiting(event, view) for view in views.values()]
    return Score(
        value=_value(event, met),
        wishes_met=len(met),
        wishes_total=sum(not each.is_veto for each in event.wishes),
        meetings=len(timetable.meetings),
        min_meetings=min(counts, default=0),
        gini=gini(counts),
        least_share=min(own_share(event, timetable).values(), default=1.0),
        idle_slots=sum(map(sum, waiting)),
        idle_periods=sum(map(_runs, waiting)),
        table_moves=sum(table_moves(view) for view in views.values()),
        workshop_value=workshop_value(event, timetable),
        cross_border_meetings=cross_border_meetings(event, timetable.meetings),
        cross_border_share=cross_border_share(event, timetable.meetings),
    )


def pair_values(event: Event) -> dict[frozenset[str], float]:
    """Return what a meeting of each wished pair is worth: both directions, with the bonus."""
    weights: dict[frozenset[str], int] = {}
    for wish in event.wishes:
        if not wish.is_veto:
            pair = frozenset((wish.wisher, wish.wished))
            weights[pair] = weights.get(pair, 0) + wish_weight(event, wish)
    across = UNIT + round(UNIT * event.objective.cross_border_bonus)
    return {
        pair: weight * (across if crosses_border(event, pair) else UNIT) / UNIT
        for pair, weight in weights.items()
    }


def _value(event: Event, met: Iterable[Wish]) -> float:
    """Return what the wishes `met` are worth with the bonus: whole thousandths, so exact."""
    across = UNIT + round(UNIT * event.objective.cross_border_bonus)
    return (
        sum(
            wish_weight(event, each)
            * (across if crosses_border(event, (each.wisher, each.wished)) else UNIT)
            for each in met
        )
        / UNIT
    )


def _wishes_met(event: Event, timetable: Timetable) -> Iterator[Wish]:
    met = {each.participants for each in timetable.meetings}
    for wish in event.wishes:
        pair = wish.wisher, wish.wished
        if (pair in met or pair[::-1] in met) and not wish.is_veto:
            yield wish


def total(values: Iterable[float]) -> float:
    """Return the sum of `values`, which are whole thousandths: exact, in whatever order."""
    return sum(round(UNIT * each) for each in values) / UNIT


def wish_weight(event: Event, wish: Wish) -> int:
    """Return the weight of the wish's rank; 0 for a veto."""
    if wish.rank == "never":
        return 0
    return weight_at(event.objective.rank_weights, wish.rank)


def weight_at(weights: Sequence[int], rank: int) -> int:
    """Return the weight of `rank` (1 = first); ranks beyond the list weigh as its last."""
    return weights[min(rank, len(weights)) - 1]


def crosses_border(event: Event, pair: Iterable[str]) -> bool:
    """Tell whether the pair comes from two different known regions."""
    regions = {event.participant_by_id[each].region for each in pair} - {""}
    return len(regions) > 1


def cross_border_share(event: Event, meetings: Sequence[Meeting]) -> float:
    """Return the share of `meetings` whose two come from different regions; 0 without meetings."""
    return cross_border_meetings(event, meetings) / len(meetings) if meetings else 0.0


def cross_border_meetings(event: Event, meetings: Iterable[Meeting]) -> int:
    """Count the `meetings` whose two come from different regions."""
    return sum(crosses_border(event, each.participants) for each in meetings)


def own_share(event: Event, timetable: Timetable) -> dict[str, float]:
    """Return for everybody the share of the weight of their own wishes that is met, by id.

    Whoever has no wishes, or none of any weight, is not there.
    """
    wanted, got = Counter[str](), Counter[str]()
    for wish in event.wishes:
        wanted[wish.wisher] += wish_weight(event, wish)
    for wish in _wishes_met(event, timetable):
        got[wish.wisher] += wish_weight(event, wish)
    people = (each.id for each in event.participants)
    return {each: got[each] / wanted[each] for each in people if wanted[each]}


def sitting_out(event: Event, timetable: Timetable) -> dict[str, tuple[str, ...]]:
    """Return by slot id those who are there and have neither meeting nor session in that slot."""
    views = agendas(event, timetable).values()
    return {
        slot.id: tuple(view.participant.id for view in views if is_waiting(view, slot))
        for slot in event.slots
    }


def idle_slots(event: Event, agenda: Agenda) -> int:
    """Count available slots without engagement between the first and the last engagement."""
    return sum(_waiting(event, agenda))


def idle_periods(event: Event, agenda: Agenda) -> int:
    """Count the runs of idle slots: an engagement or an absence ends each."""
    return _runs(_waiting(event, agenda))


def is_waiting(agenda: Agenda, slot: Slot) -> bool:
    """Tell whether somebody is there in `slot` without engagement."""
    return slot.id not in agenda.participant.unavailable and not agenda.is_engaged(slot)


def _waiting(event: Event, agenda: Agenda) -> list[bool]:
    """Tell of each slot from the first to the last engagement whether it is idle."""
    busy = [i for i, slot in enumerate(event.slots) if agenda.is_engaged(slot)]
    inside = event.slots[busy[0] : busy[-1] + 1] if busy else ()
    return [is_waiting(agenda, slot) for slot in inside]


def _runs(flags: Sequence[bool]) -> int:
    return sum(now and not before for before, now in pairwise([False, *flags]))


def table_moves(agenda: Agenda) -> int:
    """Count how often the table changes from one meeting to the next."""
    return sum(one.table != other.table for one, other in pairwise(agenda.meetings))


def workshop_value(event: Event, timetable: Timetable) -> int:
    """Return the summed weight of the workshop preferences that attendances meet."""
    return sum(
        preference_weight(event, each.participant, event.session_by_id[each.session].workshop)
        for each in timetable.attendances
    )


def preference_weight(event: Event, participant: str, workshop: str) -> int:
    """Return the weight of `participant`'s preference for `workshop`; 0 if they did not ask."""
    wanted: Mapping[str, int] = {
        each: rank for rank, each in enumerate(event.participant_by_id[participant].workshops, 1)
    }
    if workshop not in wanted:
        return 0
    return weight_at(event.objective.workshop_weights, wanted[workshop])


def gini(counts: Sequence[int]) -> float:
    """Return the Gini coefficient of `counts`, in 0…1; 0 when all are equal or none is.

    G = 2 Σ i·x_(i) / (n Σ x) − (n + 1) / n over the sorted values (Gini 1912, discrete form).
    """
    total, n = sum(counts), len(counts)
    if not total:
        return 0.0
    ranked = sum(i * x for i, x in enumerate(sorted(counts), start=1))
    return 2 * ranked / (n * total) - (n + 1) / n
