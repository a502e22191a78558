"""Waiting that ends early."""

from itertools import count

from web.patience import is_over_within


def test_what_is_over_is_not_waited_for() -> None:
    asked = count()
    assert is_over_within(3600, lambda: next(asked) > 1)
    assert next(asked) <= 4


def test_without_an_end_the_time_passes() -> None:
    assert not is_over_within(0.1, lambda: False)
    assert not is_over_within(0, lambda: False)
