import pytest

from matchmaker.documents.folder import DOCUMENTS, Order, written
from tests.matchmaker.documents.sample import food_day, plan
from web.commands.printing_bar import chapters_of

EVENT = food_day(24)
ORDER = Order(EVENT, plan(EVENT))
OFTEN = ["agendas", "badges", "calendars", "table-cards", "workshops", "facilitators", "synthesis"]


@pytest.mark.parametrize("kind", OFTEN)
def test_as_many_chapters_are_expected_as_there_are(kind: str) -> None:
    make = DOCUMENTS[kind].volume
    found = make(ORDER).chapters if make else written(ORDER, [kind])
    assert len(list(found)) == chapters_of(ORDER, kind)
