"""Long lists in a sentence."""

import pytest
from flask import Flask

from web.setup.enumeration import MOST_NAMED, first_few

WORDS = [f"P{number}" for number in range(1, 20)]


@pytest.mark.parametrize("count", [0, 1, MOST_NAMED, MOST_NAMED + 1])
def test_few_words_are_all_there(empty_app: Flask, count: int) -> None:
    with empty_app.test_request_context(headers={"Accept-Language": "en"}):
        assert first_few(WORDS[:count]) == ", ".join(WORDS[:count])


def test_of_many_words_the_others_are_counted(empty_app: Flask) -> None:
    with empty_app.test_request_context(headers={"Accept-Language": "fr"}):
        assert first_few(WORDS, "; ") == "P1; P2; P3; P4; P5; P6; encore 13"
