"""The log has words for whatever it holds."""

from web.audit import ACTIONS, Action


def test_every_action_has_its_sentence() -> None:
    assert set(ACTIONS) == set(Action)
