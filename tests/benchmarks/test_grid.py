from benchmarks.grid import judged
from benchmarks.synthetic import Size, synthetic
from matchmaker.moves.plan import Plan
from solver.result import Limits
from solver.solve import solve


def test_every_slot_at_every_table_is_judged() -> None:
    event = synthetic(Size(10, slots=12, wishes=3), seed=1)
    timetable = solve(event, Limits(1.0)).timetable
    cells = judged(Plan(event, timetable)).split(" | ")
    assert cells[:4] == ["| 10", "4", str(len(timetable.meetings)), "48"]
