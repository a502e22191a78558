import pytest

from solver.published.b2b import read
from solver.published.b2b_rules import RULES, breaches, breaks
from tests.solver.published.files import TINY

SOUND = [2, 4, 3]


def test_a_sound_plan_breaks_nothing() -> None:
    assert breaches(read(TINY), SOUND) == []
    assert breaks(read(TINY), SOUND) == 0


@pytest.mark.parametrize(
    ("rule", "plan", "text"),
    [
        ("every_meeting_has_a_slot", [2, 4], TINY),
        ("every_meeting_has_a_slot", [2, 5, 3], TINY),
        ("one_meeting_at_a_time", [2, 4, 4], TINY),
        ("tables_suffice", [3, 4, 4], TINY.replace("|4, 1,3", "|4, 2,3")),
        ("half_of_the_day", [2, 1, 3], TINY),
        ("fixed_slot", SOUND, TINY.replace("fixed = [0,0,0]", "fixed = [0,0,1]")),
        ("forbidden_slot", [1, 4, 3], TINY),
        ("forbidden_slot", [2, 3, 4], TINY),
        ("earlier_first", [3, 4, 2], TINY),
    ],
)
def test_each_rule_is_told_by_its_name(rule: str, plan: list[int], text: str) -> None:
    assert rule in {name for name, _ in breaches(read(text), plan)}


def test_numbers_of_breaks_may_differ_by_two_at_most() -> None:
    rows = "".join(f"|1, {other},3, \n" for other in (2, 3, 4, 2))
    text = TINY[: TINY.index("requested")] + f"requested = [{rows}|];"
    given = read(text.replace("nMeetings = 3", "nMeetings = 4").replace("Slots = 4", "Slots = 9"))
    assert breaches(given, [1, 3, 5, 6]) == []
    assert breaches(given, [1, 3, 5, 7]) == [("fair_breaks", (0, 3))]


def test_the_break_at_noon_and_forbidden_slots_count_as_idle() -> None:
    assert breaks(read(TINY), [1, 4, 3]) == 1


def test_every_rule_has_a_test() -> None:
    assert len(RULES) == 8
