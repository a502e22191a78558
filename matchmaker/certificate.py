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
    takes the places in workshops as they are. The other figures are those
    of `matchmaker.score.Score`. `baseline_value` is what taking wishes greedily by weight reaches,
    `laps_value` what giving each organisation in alphabetical order one meeting a lap reaches;
    `versions` maps a library to its version.
    """

    status: Status
    value: float
    bound: float
    gap: float
    bound_reason: str
    sittings_fixed: bool = False
    participants: int
    meetings: int
    wishes_met: int
    wishes_total: int
    min_meetings: int
    gini: float
    idle_slots: int
    table_moves: int
    workshop_value: int
    cross_border_share: float
    baseline_value: float
    laps_value: float = 0.0
    seconds: float
    seed: int
    versions: Mapping[str, str]
    shortfalls: tuple[Shortfall, ...] = ()
