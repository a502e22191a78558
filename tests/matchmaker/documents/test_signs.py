from io import BytesIO

import pdfplumber
import pytest

from matchmaker.documents.chapters import Volume, bound
from matchmaker.documents.check_in import check_in
from matchmaker.documents.door_lists import door_lists
from matchmaker.documents.signs import room_of_sign
from matchmaker.documents.standby import standby
from matchmaker.documents.style import NEAR
from matchmaker.event import Event
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.test_list_layout import Maker

MAKERS: tuple[Maker, ...] = (check_in, door_lists, standby)
TIMETABLE = Timetable(meetings=(factories.meeting("Ann", "Bob"),))


def event(**of_ann: str) -> Event:
    return factories.event([factories.person("Ann", **of_ann), "Bob"], languages=("en",))


def places(volume: Volume) -> tuple[set[float], set[float]]:
    """Return how far right the heading of names stands, and the names."""
    with pdfplumber.open(BytesIO(bound(volume))) as file:
        words = file.pages[0].extract_words()
    found = [(each["text"], round(each["x0"], 1)) for each in words]
    return {x for text, x in found if text == "Participant"}, {
        x for text, x in found if text in {"Ann", "Bob"} and x < 250
    }


@pytest.mark.parametrize("make", MAKERS)
def test_names_stand_below_their_heading_where_no_region_is_known(make: Maker) -> None:
    heading, names = places(make(event(), TIMETABLE))
    assert min(names) == min(heading)


@pytest.mark.parametrize("make", MAKERS)
def test_all_names_leave_room_for_marks_where_a_region_is_known(make: Maker) -> None:
    known = event(region="VLG")
    heading, names = places(make(known, TIMETABLE))
    assert min(names) == pytest.approx(min(heading) + room_of_sign(known, 12), abs=0.1)


def test_a_mark_has_its_size_and_a_gap_of_room() -> None:
    assert room_of_sign(event(region="VLG"), 12) == 12 + NEAR
    assert room_of_sign(event(), 12) == 0
