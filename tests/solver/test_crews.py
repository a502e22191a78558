"""Who hears of a mended timetable: never more than may, and by whom most is gained."""

import pytest

from matchmaker.timetable import Timetable
from solver.crews import crews
from tests.factories import meeting
from tests.solver.test_mending import without_ann


def test_who_would_hear_of_a_better_meeting_may_hear_of_it_together() -> None:
    # For Bob to have Cid, Cid and Dee must hear of it; by Eve nothing is gained.
    *_, best = crews(without_ann(others=2), None)
    assert best == {"Bob", "Cid", "Dee"}


@pytest.mark.parametrize("others", [0, 1, 2, 9])
def test_no_more_others_than_may_hear_of_it(others: int) -> None:
    turnout = without_ann(others)
    free = Timetable(meetings=(meeting("Bob", "Cid", "1", "1"), meeting("Dee", "Eve", "3", "1")))
    for crew in crews(turnout, free):
        assert turnout.bereft <= crew
        assert len(crew - turnout.bereft) <= others


def test_who_changes_together_is_not_torn_apart_where_they_fit() -> None:
    turnout = without_ann(others=2)
    kept, *_ = turnout.left.timetable.meetings
    free = Timetable(meetings=(kept, meeting("Dee", "Eve", "3", "1")))
    assert next(crews(turnout, free)) == {"Bob", "Dee", "Eve"}
