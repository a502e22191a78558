"""A page being made, for what is written in its language."""

from collections.abc import Iterator

import pytest
from flask import Flask


@pytest.fixture
def english() -> Iterator[None]:
    with Flask("tests").test_request_context(headers={"Accept-Language": "en"}):
        yield
