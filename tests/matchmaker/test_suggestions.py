from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.people import Participant
from matchmaker.suggestions import may_be_suggested, suggested_pairs
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
