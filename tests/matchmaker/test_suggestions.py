from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.people import Participant
from matchmaker.suggestions import exchanged, may_be_suggested, suggested_pairs
from tests import strategies
from tests.factories import person


def willing(name: str, **fields: Any) -> Participant:
    return person(name, **{"suggestions": True} | fields)


@pytest.mark.parametrize(
    ("one", "other", "suggested"),
    [
        ({"offers": ("linen",)}, {"seeks": ("wool", "linen")}, True),
        ({"seeks": ("linen",)}, {"offers": ("linen",)}, True),
        ({"offers": (" Linen",)}, {"seeks": ("LINEN ",)}, True),
        ({"offers": ("Maße",)}, {"seeks": ("MASSE",)}, True),
        ({"offers": ("linen",)}, {"offers": ("linen",)}, False),
        ({"seeks": ("linen",)}, {"seeks": ("linen",)}, False),
        ({"offers": ("linen",)}, {"seeks": ("linen yarn",)}, False),
        ({"offers": ("linen",), "seeks": ("linen",)}, {}, False),
        ({"offers": ("linen",)}, {"seeks": ("linen",), "suggestions": False}, False),
        ({"offers": ("linen",), "suggestions": False}, {"seeks": ("linen",)}, False),
    ],
)
def test_two_who_opted_in_are_suggested_when_one_offers_what_the_other_seeks(
    one: dict[str, Any], other: dict[str, Any], suggested: bool
) -> None:
    pair = willing("a", **one), willing("b", **other)
    assert may_be_suggested(*pair) is may_be_suggested(*pair[::-1]) is suggested


TERMS = st.lists(st.sampled_from(["linen", "Wool", "WOOL", " lace"]), max_size=3).map(tuple)
CROWD = st.lists(st.tuples(TERMS, TERMS, st.booleans()), max_size=8)


@strategies.UNHURRIED
@given(CROWD)
def test_the_suggested_pairs_are_all_those_who_may_be_suggested(
    crowd: list[tuple[tuple[str, ...], tuple[str, ...], bool]],
) -> None:
    people = [
        person(f"p{number}", offers=offers, seeks=seeks, suggestions=opted_in)
        for number, (offers, seeks, opted_in) in enumerate(crowd)
    ]
    expected = [pair for pair in combinations(people, 2) if may_be_suggested(*pair)]
    assert list(suggested_pairs(people)) == expected


def test_what_is_exchanged_is_named_as_the_giver_writes_it() -> None:
    giver = person("a", offers=("Linen", "wool", "Maße"), seeks=("dyeing",))
    taker = person("b", seeks=("MASSE ", "linen", "silk"), offers=("dyeing",))
    assert exchanged(giver, taker) == ("Linen", "Maße")
    assert exchanged(taker, giver) == ("dyeing",)
    assert exchanged(giver, giver) == ()


@strategies.UNHURRIED
@given(TERMS, TERMS, TERMS, TERMS)
def test_who_is_suggested_exchanges_something(
    offered: tuple[str, ...],
    sought: tuple[str, ...],
    offered_back: tuple[str, ...],
    sought_back: tuple[str, ...],
) -> None:
    one = willing("a", offers=offered, seeks=sought)
    other = willing("b", offers=offered_back, seeks=sought_back)
    something = exchanged(one, other) or exchanged(other, one)
    assert may_be_suggested(one, other) is bool(something)
