from io import BytesIO

from pypdf import PdfReader

from benchmarks.bare import bare, recording
from benchmarks.documents import ROUNDS, Cost, measured, memory_and_size, together
from benchmarks.paper_day import paper_day, with_desks
from matchmaker.documents.folder import Order, ordered
from matchmaker.rules.checker import violations

EVENT, TIMETABLE = paper_day(40)


def texts(content: bytes) -> list[str]:
    return ["".join(each.extract_text().split()) for each in PdfReader(BytesIO(content)).pages]


def test_the_day_breaks_no_rule_of_places_and_times() -> None:
    assert {each.rule for each in violations(EVENT, TIMETABLE)} == {"wished"}


def test_everybody_meets_ten_people() -> None:
    for person in EVENT.participants:
        met = {each.partner_of(person.id) for each in TIMETABLE.meetings if person.id in each.pair}
        assert len(met) == 10


def test_bare_pages_hold_the_same_text() -> None:
    with recording() as found:
        ((_, content),) = ordered(Order(EVENT, TIMETABLE), ["check-in"])
    assert texts(bare(found)) == texts(content)


def test_pages_are_counted_and_time_is_taken() -> None:
    cost = measured(Order(EVENT, TIMETABLE), "check-in")
    assert cost.pages == 2
    assert len(cost.designed) == len(cost.bare) == ROUNDS
    assert min(*cost.designed, *cost.bare) > 0


def test_costs_are_compared_within_each_round() -> None:
    assert Cost(1, [2.0, 8.0, 9.0], [1.0, 2.0, 9.0]).ratio == 2


def test_costs_of_documents_are_added_round_by_round() -> None:
    whole = together([Cost(3, [1.0, 2.0], [1.0, 1.0]), Cost(4, [2.0, 4.0], [1.0, 2.0])])
    assert whole == Cost(7, [3.0, 6.0], [2.0, 3.0])


def test_signs_are_measured_for_every_desk() -> None:
    assert measured(Order(with_desks(EVENT, 8), TIMETABLE), "desk-signs").pages == 8


def test_memory_and_size_of_a_small_day_are_taken() -> None:
    day, peak, written = memory_and_size(20)
    assert 0 < day <= peak
    assert written > 1_000_000
