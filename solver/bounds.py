"""Bounds, and what proves them."""

from dataclasses import dataclass

MATCHED = "No timetable is worth more than the best choice of meetings within everybody's free slots and limits, and the tables and interpreters of all slots together."  # noqa: E501
JOINT = "No timetable that meets as many preferences for workshops is worth more than the best choice of sittings and meetings together, within everybody's free slots and limits, and the tables and interpreters of all slots together."  # noqa: E501
SAME_MEETINGS = "The search proved that the same meetings leave no fewer gaps, in whatever slots."
UNBOUNDED = "Nothing better than none at all is proven."
SEARCHED = "A complete search of all timetables found none worth more."
EVERYTHING = "No timetable is worth more than all wishes together that can be met at all."


@dataclass(frozen=True)
class Bound:
    """An upper bound on the value, in units of Candidate.value, and what proves it.

    Where `sittings_fixed`, it holds for the sittings as they are only.
    """

    value: int
    reason: str
    sittings_fixed: bool = False
