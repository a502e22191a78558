"""The organisers' files and the registrations of the form make one event."""

from typing import Any

from matchmaker.event import Event
from matchmaker.people import Organisation, Side
from tests.factories import event, person, wish
from web.merging import Merger, merge
from web.registration import Choice, Registration, of_participant


def registration(
    name: str, *choices: Choice, firm: str = "New Firm", **fields: Any
) -> Registration:
    organisation = Organisation(id=f"web:{firm}", name=firm)
    participant = person(name, **{"organisation": organisation.id} | fields)
    return Registration(participant=participant, organisation=organisation, choices=choices)


def wants(id: str, rank: Any = 1) -> Choice:  # noqa: A002
    return Choice(kind="participant", id=id, rank=rank)


def wants_any_of(id: str, rank: Any = 1) -> Choice:  # noqa: A002
    return Choice(kind="organisation", id=id, rank=rank)


def wishes(whole: Event) -> list[tuple[str, str, int | str]]:
    return [(each.wisher, each.wished, each.rank) for each in whole.wishes]


def test_without_registrations_the_event_is_that_of_the_files() -> None:
    filed = event(["a", "b"], wishes=(wish("a", "b"),))
    assert merge(filed, []).event == filed


def test_somebody_new_comes_at_the_end_with_their_wishes() -> None:
    whole = merge(event(["a"]), [registration("n", wants("a"))]).event
    assert [each.id for each in whole.participants] == ["a", "n"]
    assert wishes(whole) == [("n", "a", 1)]


def test_an_organisation_of_the_files_is_known_by_its_name() -> None:
    filed = event(
        [person("a", organisation="mill")],
        organisations=(Organisation(id="mill", name="Moulin & Fils"),),
    )
    whole = merge(filed, [registration("n", firm="moulin  &  FILS")]).event
    assert whole.participant_by_id["n"].organisation == "mill"
    assert len(whole.organisations) == 1


def test_two_of_one_new_organisation_share_it() -> None:
    whole = merge(event(["a"]), [registration("n"), registration("m", firm="new firm")]).event
    assert len(whole.organisations) == 2
    assert len({each.organisation for each in whole.participants}) == 2


def test_an_id_of_the_files_is_never_given_to_another_organisation() -> None:
    filed = event(
        [person("a", organisation="web:New Firm")],
        organisations=(Organisation(id="web:New Firm", name="Other"),),
    )
    whole = merge(filed, [registration("n")]).event
    assert whole.organisation_of(whole.participant_by_id["n"]).name == "New Firm"


def test_the_same_address_is_the_same_person_and_organisers_decide_what_is_theirs() -> None:
    filed = person(
        "a", email="a@example.org", table="1", min_meetings=2, max_meetings=3, side=Side.BUYER
    )
    answered = registration("web-1", wants("b"), email="A@example.org", region="FR")
    whole = merge(event([filed, "b"], wishes=(wish("a", "b", 5), wish("b", "a"))), [answered]).event
    [same, _] = whole.participants
    assert (same.id, same.region, same.last_name) == ("a", "FR", "web-1")
    assert (same.table, same.min_meetings, same.max_meetings, same.side) == ("1", 2, 3, Side.BUYER)
    assert wishes(whole) == [("b", "a", 1), ("a", "b", 1)]


def test_a_wish_for_somebody_who_came_into_the_files_later_follows_them() -> None:
    filed = event([person("p7", email="n@example.org")])
    answers = [registration("web-1", email="n@example.org"), registration("web-2", wants("web-1"))]
    assert wishes(merge(filed, answers).event) == [("web-2", "p7", 1)]


def test_two_registrations_that_files_make_one_person_count_once() -> None:
    filed = event([person("p7", email="n@example.org"), "b"])
    answers = [
        registration("p7", wants("b"), email="old@example.org"),
        registration("web-1", wants("b", "never"), email="n@example.org"),
    ]
    assert wishes(merge(filed, answers).event) == [("p7", "b", "never")]


def test_a_wish_for_an_organisation_is_one_for_everybody_of_it_but_oneself() -> None:
    filed = event([person("a", organisation="mill"), person("b", organisation="mill")])
    answered = registration("n", wants_any_of("mill", 2), firm="mill")
    assert wishes(merge(filed, [answered]).event) == [("n", "a", 2), ("n", "b", 2)]


def test_a_word_about_a_person_stands_before_one_about_their_organisation() -> None:
    filed = event([person("a", organisation="mill"), person("b", organisation="mill")])
    answered = registration("n", wants_any_of("mill", 1), wants("b", "never"))
    assert wishes(merge(filed, [answered]).event) == [("n", "b", "never"), ("n", "a", 1)]


def test_what_is_gone_from_the_files_is_left_out_and_counted() -> None:
    answered = registration(
        "n", wants("gone"), wants_any_of("gone", 2), unavailable={"1", "99"}, workshops=("gone",)
    )
    merged = merge(event(["a"]), [answered])
    assert merged.dropped == 4
    assert merged.event.participant_by_id["n"].unavailable == {"1"}
    assert merged.event.wishes == ()


def test_the_answers_of_a_person_of_the_files_make_the_same_event() -> None:
    filed = event(
        [person("a", email="a@example.org", table="1", min_meetings=1), person("b")],
        wishes=(wish("b", "a", "never"), wish("a", "b", 3)),
    )
    answers = [of_participant(filed, filed.participant_by_id["a"])]
    assert merge(filed, answers).event == filed


def test_a_merger_makes_the_event_anew_only_when_something_changed() -> None:
    filed, merger = event(["a", "b"]), Merger()
    answers = [registration("n", wants("a")), registration("m")]
    first = merger.merge(filed, answers)
    assert merger.merge(filed, list(answers)) is first
    for changed in (
        [registration("n", wants("b")), answers[1]],
        answers[:1],
        answers[::-1],
        answers,
    ):
        assert merger.merge(filed, changed) == merge(filed, changed)
    other = event(["a"])
    assert merger.merge(other, answers) == merge(other, answers)


def test_a_table_that_is_no_more_is_nobody_s() -> None:
    sitting = [registration("n", table="2"), registration("m", table="9")]
    whole = merge(event(["a"]), sitting).event
    assert [each.table for each in whole.participants] == [None, "2", None]
