import pytest

from matchmaker.documents.card_days import CardDay, card_day
from matchmaker.documents.occupants import Occupation
from matchmaker.event import Event
from matchmaker.people import Organisation
from tests import factories
from tests.matchmaker.documents.reading import drawn

EVENT = factories.event(
    [factories.person(each, organisation="o") for each in ("Ann", "Bob")],
    organisations=(Organisation(id="o", name="Weverij Sint-Elooi"),),
    slots=factories.slots(12),
)

NAMES = {"Ann", "Bob"}


def day(count: int, event: Event = EVENT) -> list[Occupation]:
    return [Occupation(slot, event.participants) for slot in event.slots[:count]]


def height(found: CardDay) -> float:
    return max((sum(each.height for each in column) for column in found.columns), default=0)


def test_a_short_day_is_large_and_names_firms() -> None:
    found = card_day(EVENT, day(3), 280, 300)
    texts = [text for slot in found.columns[0] for _, text in slot.people]
    assert {text.style.size for text in texts} == {12}
    assert all("Weverij" in " ".join(text.lines) for text in texts)


def test_a_full_day_has_names_only_side_by_side_with_the_marks_of_regions() -> None:
    (slots,) = card_day(EVENT, day(12), 280, 240).columns
    assert all(len(each.lines) == 1 and each.mark for each in slots)
    assert {drawn(" ".join(text.lines)) for each in slots for _, text in each.people} == NAMES


def test_a_day_without_room_for_marks_has_a_text_a_slot_no_smaller_than_nine_points() -> None:
    found = card_day(EVENT, day(12), 280, 190)
    texts = [text for column in found.columns for slot in column for _, text in slot.people]
    assert all(text.style.size >= 9 for text in texts)
    assert {drawn(" ".join(text.lines)) for text in texts} == {"Ann–Bob"}


@pytest.mark.parametrize("count", [0, 1, 12])
@pytest.mark.parametrize("room", [(280, 300), (250, 240), (500, 300), (120, 150)])
def test_a_day_is_no_higher_than_its_room_if_it_has_any(
    count: int, room: tuple[float, float]
) -> None:
    found = card_day(EVENT, day(count), *room)
    assert found.fits == (count < 12 or room != (120, 150))
    assert found.fits == (height(found) <= room[1])


def test_a_day_without_slots_is_empty() -> None:
    assert height(card_day(EVENT, [], 280, 300)) == 0
