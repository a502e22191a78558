from typing import Any

import pytest
from pydantic import ValidationError

from matchmaker.people import Interpreter, Organisation, Pair, Participant, Side, Wish
from tests.factories import person, wish


def interpreter(*languages: str) -> Interpreter:
    return Interpreter(id="i", name="I", languages=languages)


@pytest.mark.parametrize(
    ("first", "last", "name"), [("An", "Maes", "An Maes"), ("An", "", "An"), ("", "Maes", "Maes")]
)
def test_a_name_is_first_and_last_name(first: str, last: str, name: str) -> None:
    assert person("a", first_name=first, last_name=last).name == name


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"last_name": " "}, "participant a has no name"),
        (
            {"min_meetings": 3, "max_meetings": 2},
            "participant a has min_meetings above max_meetings",
        ),
        ({"min_meetings": -1}, r"min_meetings\n.*greater than or equal to 0"),
        ({"max_meetings": -1}, r"max_meetings\n.*greater than or equal to 0"),
        ({"min_meetings": 10**9}, r"min_meetings\n.*less than or equal to 999999999"),
        ({"max_meetings": 10**9}, r"max_meetings\n.*less than or equal to 999999999"),
        ({"workshops": ("w", "v", "w")}, "participant a asks for workshop w twice"),
        ({"email": "a.example.org"}, r"email\n.*not a valid email"),
        ({"side": "visitor"}, r"side\n.*'buyer' or 'seller'"),
        ({"offers": [""]}, r"offers\.0\n.*at least 1 character"),
        ({"unavailable": [""]}, r"unavailable\.0\n.*at least 1 character"),
        ({"region": "x" * 41}, r"region\n.*at most 40 characters"),
        ({"organisation": ""}, r"organisation\n.*at least 1 character"),
    ],
)
def test_a_participant_refuses(fields: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        person("a", **fields)


def test_minimum_and_maximum_may_be_equal_and_a_minimum_needs_no_maximum() -> None:
    assert person("a", min_meetings=2, max_meetings=2).max_meetings == 2
    assert person("a", min_meetings=2).max_meetings is None


def test_only_id_name_and_organisation_are_needed() -> None:
    who = Participant(id="a", last_name="A", organisation="o")
    assert (who.languages, who.unavailable, who.min_meetings) == ((), frozenset(), 0)
    assert (who.side, who.table, who.max_meetings) == (None, None, None)
    assert (who.suggestions, who.stays) == (False, False)


def test_a_side_is_read_from_its_word() -> None:
    assert person("a", side="seller").side is Side.SELLER


def test_an_organisation_has_a_name() -> None:
    with pytest.raises(ValidationError, match=r"name\n.*at least 1 character"):
        Organisation(id="o", name=" ")


def test_a_wish_is_written_with_from_and_to() -> None:
    content: dict[str, object] = wish("a", "b", 2).model_dump(mode="json")
    assert content == {"from": "a", "to": "b", "rank": 2}
    assert Wish.model_validate({"wisher": "a", "wished": "b", "rank": 2}) == wish("a", "b", 2)


def test_never_is_a_veto_and_a_rank_is_none() -> None:
    assert wish("a", "b", "never").is_veto
    assert not wish("a", "b", 1).is_veto


@pytest.mark.parametrize("rank", [0, -1, 1.5, 10**9, "always", "Never", None])
def test_a_rank_is_a_positive_number_or_never(rank: Any) -> None:
    with pytest.raises(ValidationError, match="rank"):
        wish("a", "b", rank)


def test_nobody_wishes_to_meet_themselves() -> None:
    with pytest.raises(ValidationError, match="participant a wishes to meet themselves"):
        wish("a", "a")


def test_an_interpreter_has_two_languages() -> None:
    with pytest.raises(ValidationError, match=r"languages\n.*at least 2"):
        interpreter("fr")


def test_an_interpreter_has_each_language_once() -> None:
    with pytest.raises(ValidationError, match="interpreter i has language fr twice"):
        interpreter("fr", "nl", "FR")


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("fr",), ("nl",), True),
        (("nl", "de"), ("fr", "en"), True),
        (("fr",), ("en",), False),
        (("en",), ("fr",), False),
        ((), ("fr",), True),
        ((), ("en",), False),
    ],
)
def test_an_interpreter_joins_two_who_each_speak_one_of_theirs(
    one: tuple[str, ...], other: tuple[str, ...], joined: bool
) -> None:
    assert interpreter("fr", "nl").joins(one, other) is joined


def test_a_pair_is_of_two_people() -> None:
    with pytest.raises(ValidationError, match="participant a is paired with themselves"):
        Pair(participant_a="a", participant_b="a")


def test_a_pair_has_no_order() -> None:
    one = Pair(participant_a="a", participant_b="b")
    assert one.key == Pair(participant_a="b", participant_b="a").key == frozenset("ab")
