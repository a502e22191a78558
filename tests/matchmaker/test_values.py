import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from matchmaker.people import Organisation, Participant
from matchmaker.programme import Room, Workshop
from matchmaker.values import (
    ORGANISATION_LENGTH,
    TEXT_LENGTH,
    repeated,
    share_a_language,
    text_in,
    time_zones,
)
from tests import strategies
from tests.factories import person


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(Room(id="hall"), "id", "loft")  # noqa: B010 - mypy knows too


def test_a_value_refuses_a_field_it_does_not_know() -> None:
    with pytest.raises(ValidationError, match=r"colour\n.*not permitted"):
        Room.model_validate({"id": "hall", "colour": "red"})


def test_values_with_equal_fields_are_equal_and_hash_alike() -> None:
    one, other = Organisation(id="o", name="O"), Organisation(id=" o ", name="O")
    assert (one, hash(one)) == (other, hash(other))


def test_a_number_where_a_text_is_asked_is_read_as_its_digits() -> None:
    assert Room.model_validate({"id": 7}) == Room(id="7")


def test_white_space_around_a_text_is_no_part_of_it() -> None:
    assert Room(id=" hall\n").id == "hall"


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_an_id_has_1_to_120_characters(name: str) -> None:
    with pytest.raises(ValidationError, match="id\n"):
        Room(id=name)


def test_names_and_texts_have_a_greatest_length() -> None:
    with pytest.raises(ValidationError, match=f"at most {ORGANISATION_LENGTH} characters"):
        Organisation(id="o", name="x" * (ORGANISATION_LENGTH + 1))
    with pytest.raises(ValidationError, match=f"at most {TEXT_LENGTH} characters"):
        Workshop.model_validate({"id": "w", "title": {"fr": "x" * (TEXT_LENGTH + 1)}})


@pytest.mark.parametrize("code", ["fr", "NL", "nl-BE", "zh-Hant", "ast"])
def test_a_language_is_a_code_in_small_letters(code: str) -> None:
    assert person("a", languages=[code]).languages == (code.lower(),)


@pytest.mark.parametrize("code", ["", "f", "French", "fr_FR", "f1", "fr-", "fr nl"])
def test_what_is_no_language_code_is_refused(code: str) -> None:
    with pytest.raises(ValidationError, match=r"languages\.0\n"):
        person("a", languages=[code])


def test_a_set_of_ids_is_written_in_sorted_order() -> None:
    dumped: dict[str, object] = person("a", unavailable=["3", "1", "2"]).model_dump(mode="json")
    assert dumped["unavailable"] == ["1", "2", "3"]
    assert Participant.model_validate(dumped) == person("a", unavailable=["2", "3", "1"])


def test_a_plain_text_is_the_same_in_every_language() -> None:
    title = Workshop.model_validate({"id": "w", "title": "Export"}).title
    assert title == {"": "Export"}
    assert text_in(title, "nl") == "Export"


@pytest.mark.parametrize(
    ("texts", "text"),
    [
        ({"fr": "F", "nl": "N", "": "E"}, "N"),
        ({"fr": "F", "": "E"}, "E"),
        ({"fr": "F", "en": "E"}, "F"),
        ({"nl": "", "": "E"}, ""),
        ({}, ""),
    ],
)
def test_a_text_is_that_of_the_language_else_of_all_else_the_first(
    texts: dict[str, str], text: str
) -> None:
    assert text_in(texts, "nl") == text


def test_repeated_ids_come_once_each_in_order_of_their_first_repetition() -> None:
    assert repeated("abcbcbaa") == ["b", "c", "a"]
    assert repeated(["ab", "a", "b"]) == []


@strategies.UNHURRIED
@given(st.lists(st.sampled_from("abcd")))
def test_repeated_ids_are_those_that_occur_more_than_once(ids: list[str]) -> None:
    assert sorted(repeated(ids)) == sorted({each for each in ids if ids.count(each) > 1})


def test_time_zones_are_known_by_name() -> None:
    assert {"Europe/Brussels", "Europe/Paris", "UTC"} <= time_zones()
    assert "Brussels" not in time_zones()


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (("fr",), ("nl", "fr"), True),
        (("fr",), ("nl", "en"), False),
        ((), ("nl",), True),
        (("nl",), (), True),
        ((), (), True),
    ],
)
def test_two_share_a_language_when_one_is_common_or_somebody_speaks_all(
    one: tuple[str, ...], other: tuple[str, ...], shared: bool
) -> None:
    assert share_a_language(one, other) is shared
