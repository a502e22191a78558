from matchmaker.documents.coming import is_expected, wanted
from matchmaker.timetable import Timetable, agendas
from tests import factories

PEOPLE = [
    factories.person("Zoë"),
    factories.person("Ann", unavailable={"1", "2", "3"}),
    factories.person("Bob", unavailable={"1", "2"}),
]
EVENT = factories.event(PEOPLE)


def test_whoever_is_away_in_every_slot_is_not_expected() -> None:
    views = agendas(EVENT, Timetable())
    assert [each.id for each in wanted(EVENT, views, None)] == ["Bob", "Zoë"]
    assert [each.id for each in wanted(EVENT, {}, None)] == ["Bob", "Zoë"]


def test_whoever_has_an_engagement_all_the_same_is_expected() -> None:
    timetable = Timetable(meetings=(factories.meeting("Ann", "Zoë"),))
    ann = EVENT.participant_by_id["Ann"]
    assert is_expected(EVENT, ann, agendas(EVENT, timetable)["Ann"])
    assert not is_expected(EVENT, ann)


def test_whoever_is_asked_for_by_name_has_papers_in_any_case() -> None:
    assert [each.id for each in wanted(EVENT, {}, ["Zoë", "Ann"])] == ["Ann", "Zoë"]
