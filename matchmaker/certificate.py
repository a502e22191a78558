"""What is known of how good a timetable is."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from matchmaker.messages import Message
from matchmaker.values import Value


class Status(StrEnum):
    """How a timetable stands to the best possible one.

    `optimal`: proven that no timetable is worth more (with the same places in
    workshops). `feasible`: every rule is kept, a better
    one is not excluded. `infeasible`: proven, or found, that not all minimums can be reached;
    the timetable keeps every other rule.
    """

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"


class Aim(StrEnum):
    """What a timetable is made for, the most important first; none pays for one before it."""

    MINIMUMS = "minimums"
    VALUE = "value"
    GAPS = "gaps"
    MOVES = "moves"


class Level(Value):
    """How far one aim is reached, given what was decided for the aims before it.

    `minimums` counts meetings that lack to minimums, `gaps` idle slots and idle periods, `moves`
    table moves: these are to be small, and `bound` ≤ `value`. `value` is to be large, and `bound`
    ≥ `value`. `bound` is proven, by what `reason` says; `gap` is the distance as a share of the
    larger of the two.
    """

    aim: Aim
    value: float
    bound: float
    reason: str

    @property
    def gap(self) -> float:
        """How far `value` is from `bound` at most, 0 when none is better."""
        return abs(self.value - self.bound) / max(self.value, self.bound, 1e-9)

    @property
    def is_optimal(self) -> bool:
        """Whether it is proven that nothing is better."""
        return self.value == self.bound


class Shortfall(Value):
    """Somebody who stays below their minimum of meetings, and why."""

    participant: str
    meetings: int
    minimum: int
    reason: str
    values: dict[str, str | int] = Field(default_factory=dict)

    @property
    def message(self) -> Message:
        """The reason as a sentence that can be put into other languages."""
        return Message(self.reason, self.values)


class Certificate(Value):
    """Value, proven bound and figures of one run of the engine.

    `value` ≤ `bound`, both in units of wish weight; `gap` = (bound − value) / bound, 0 when both
    are 0; `bound_reason` says what proves the bound; where `sittings_fixed`, it
    takes the places in workshops as they are. `levels` tells of each aim in turn. The other figures
    are those of `matchmaker.score.Score`. `baseline_value` is what taking wishes greedily by weight
    reaches, `laps_value` what giving each organisation in alphabetical order one meeting a lap
    reaches; `interpreters` counts the slots in which each interpreter (by id) serves, `sits_out`
    how many people have nothing in each slot (by id); `versions` maps a library to its version.
    """

    status: Status
    value: float
    bound: float
    gap: float
    bound_reason: str
    sittings_fixed: bool = False
    levels: tuple[Level, ...] = ()
    participants: int
    meetings: int
    wishes_met: int
    wishes_total: int
    min_meetings: int
    gini: float
    least_share: float = 1.0
    idle_slots: int
    idle_periods: int = 0
    table_moves: int
    workshop_value: int
    cross_border_share: float
    interpreters: Mapping[str, int] = Field(default_factory=dict)
    sits_out: Mapping[str, int] = Field(default_factory=dict)
    baseline_value: float
    laps_value: float = 0.0
    seconds: float
    seed: int
    versions: Mapping[str, str]
    shortfalls: tuple[Shortfall, ...] = ()
