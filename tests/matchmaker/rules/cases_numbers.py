"""How many meetings each has, and how many cross the border."""

from matchmaker.people import Participant
from matchmaker.timetable import Timetable
from tests import factories
from tests.factories import meeting, person, wish
from tests.matchmaker.rules.case import Case, meetings

WISHES = [wish("a", "b"), wish("a", "c")]
BOTH = meetings(meeting("a", "b"), meeting("c", "a", slot="2"))
ONE = meetings(meeting("a", "b"))
BORDER = [person("a", region="FR"), person("b", region="VLG"), person("c", region="FR")]


def quota(share: float, kept: Timetable, broken: Timetable, people: list[Participant]) -> Case:
    """Return a case of an event that asks for `share` of its meetings across the border."""
    event = factories.event(people, wishes=WISHES, rules={"cross_border_share": share})
    return Case(event, kept, broken, ())


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
    "cross_border_quota": quota(0.5, BOTH, meetings(meeting("a", "c")), BORDER),
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
    ("cross_border_quota", quota(0.501, meetings(), BOTH, BORDER)),
    (
        "cross_border_quota",
        quota(0.001, meetings(), ONE, [person("a", region="FR"), person("b"), person("c")]),
    ),
]
"""A maximum of nothing, somebody in no meeting at all, a share just missed, unknown regions."""
