"""What a timetable is worth, counted from nothing but the event and the timetable."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matchmaker.event import BONUS_DECIMALS, Event
from matchmaker.people import Wish
from matchmaker.timetable import Agenda, Meeting, Timetable, agendas

UNIT: int = 10**BONUS_DECIMALS
"""Values are whole multiples of 1/UNIT."""


@dataclass(frozen=True)
class Score:
    """The figures by which two timetables of one event are compared.

    `value` is the sum of meeting values; `wishes_met` counts directed wishes of `wishes_total`
    (vetoes apart); `idle_slots` and `table_moves` are sums over all participants;
    `workshop_value` is the weight of the workshop preferences met; `cross_border_share` is the
    share of meetings across regions, 0 without meetings; `gini` is that of meetings per
    participant, 0 = all alike.
    """

    value: float
    wishes_met: int
    wishes_total: int
    meetings: int
    min_meetings: int
    gini: float
    idle_slots: int
    table_moves: int
    workshop_value: int
    cross_border_share: float


def score(event: Event, timetable: Timetable) -> Score:
    """Return the Score of `timetable`."""
    values = pair_values(event)
    met = {each.pair for each in timetable.meetings}
    wanted = [each for each in event.wishes if not each.is_veto]
    views = agendas(event, timetable)
    counts = [len(view.meetings) for view in views.values()]
    return Score(
        value=total(values.get(pair, 0.0) for pair in met),
        wishes_met=sum(frozenset((each.wisher, each.wished)) in met for each in wanted),
        wishes_total=len(wanted),
        meetings=len(timetable.meetings),
        min_meetings=min(counts, default=0),
        gini=gini(counts),
        idle_slots=sum(idle_slots(event, view) for view in views.values()),
        table_moves=sum(table_moves(view) for view in views.values()),
        workshop_value=workshop_value(event, timetable),
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
    across = sum(crosses_border(event, each.participants) for each in meetings)
    return across / len(meetings) if meetings else 0.0


def idle_slots(event: Event, agenda: Agenda) -> int:
    """Count available slots without engagement between the first and the last engagement."""
    busy = [i for i, slot in enumerate(event.slots) if agenda.is_engaged(slot)]
    if not busy:
        return 0
    inside = event.slots[busy[0] : busy[-1] + 1]
    away = agenda.participant.unavailable
    return sum(not agenda.is_engaged(slot) and slot.id not in away for slot in inside)


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
