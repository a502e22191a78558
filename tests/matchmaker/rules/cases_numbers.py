"""How many meetings each has."""

from tests import factories
from tests.factories import meeting, person, wish
from tests.matchmaker.rules.case import Case, meetings

WISHES = [wish("a", "b"), wish("a", "c")]
BOTH = meetings(meeting("a", "b"), meeting("c", "a", slot="2"))
ONE = meetings(meeting("a", "b"))

CASES = {
    "min_meetings": Case(
        factories.event([person("a", min_meetings=2), "b", "c"], wishes=WISHES),
        kept=BOTH,
        broken=ONE,
        subjects=("a",),
    ),
    "max_meetings": Case(
        factories.event([person("a", max_meetings=1), "b", "c"], wishes=WISHES),
        kept=ONE,
        broken=BOTH,
        subjects=("a",),
    ),
}

MORE = [
    (
        "max_meetings",
        Case(
            factories.event([person("a", max_meetings=0), "b", "c"], wishes=WISHES),
            kept=meetings(),
            broken=ONE,
            subjects=("a",),
        ),
    ),
    (
        "min_meetings",
        Case(
            factories.event(["a", "b", person("c", min_meetings=1)], wishes=WISHES),
            kept=BOTH,
            broken=meetings(),
            subjects=("c",),
        ),
    ),
]
"""A maximum of nothing, and somebody in no meeting at all."""
