"""The terms of an event: what it permits and asks, and what a timetable is worth to it."""

from typing import Annotated

from pydantic import AfterValidator, Field

from matchmaker.values import Count, Value

MOST_BONUS, BONUS_DECIMALS = 1000, 3


def _short(number: float) -> float:
    if round(number, BONUS_DECIMALS) != number:
        raise ValueError(f"{number} has more than {BONUS_DECIMALS} decimals")
    return number


Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), AfterValidator(_short)]
"""A part of a whole, in whole thousandths."""


class Rules(Value):
    """What this event permits, and what it asks; everything is forbidden unless said.

    At least `cross_border_share` of all meetings are across regions. With `trios`, whoever has
    nothing in a slot may join a meeting of two others.
    """

    same_organisation: bool = False
    already_met: bool = False
    without_common_language: bool = False
    trios: bool = False
    sessions_per_participant: Count = 1
    cross_border_share: Share = 0.0


class Objective(Value):
    """What a timetable is worth.

    `rank_weights[r - 1]` is the weight of a wish of rank r; ranks beyond the list weigh as its
    last. A meeting across regions is worth `1 + cross_border_bonus` times its wishes; the bonus has
    at most three decimals, so that every value is a whole number of thousandths.
    `workshop_weights` does the same for the order in which a participant prefers workshops.
    Where possible, everybody gets at least `floor` of the weight of their own wishes. Up to
    `value_tolerance` of the value may be given up for fewer idle slots.
    """

    rank_weights: tuple[Count, ...] = Field(default=(10, 8, 6, 5, 4, 3, 2, 1), min_length=1)
    cross_border_bonus: Annotated[
        float, Field(ge=0, le=MOST_BONUS, allow_inf_nan=False), AfterValidator(_short)
    ] = 0.0
    workshop_weights: tuple[Count, ...] = Field(default=(4, 3, 2, 1), min_length=1)
    floor: Share = 0.0
    value_tolerance: Share = 0.0
