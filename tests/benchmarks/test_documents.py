from io import BytesIO

from pypdf import PdfReader

from benchmarks.bare import bare, recording
from benchmarks.documents import measured, memory_and_size
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
    found, seconds, least = measured(Order(EVENT, TIMETABLE), "check-in")
    assert len(found.sizes) == 2
    assert seconds >= 0
    assert least >= 0


def test_signs_are_measured_for_every_desk() -> None:
    found, _, _ = measured(Order(with_desks(EVENT, 8), TIMETABLE), "desk-signs")
    assert len(found.sizes) == 8


def test_memory_and_size_of_a_small_day_are_taken() -> None:
    day, peak, written = memory_and_size(20)
    assert 0 < day <= peak
    assert written > 1_000_000
