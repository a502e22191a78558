"""Keys of events, made of their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.store.event_keys import is_key, proposed


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Textile – matériaux innovants – design : la rencontre", "textile-materiaux-innovants"),
        ("Été 2027", "ete-2027"),
        ("", "event"),
        ("日本", "event"),
        ("x" * 80, "x" * 32),
    ],
)
def test_a_key_is_short_and_readable(name: str, key: str) -> None:
    assert proposed({"fr": name}, set()) == key


@given(st.text(), st.sets(st.sampled_from(["event", "event-2", "a"])))
def test_every_name_gives_a_key_that_is_free(name: str, taken: set[str]) -> None:
    key = proposed({"nl": name}, taken)
    assert is_key(key)
    assert key not in taken


@pytest.mark.parametrize("wrong", ["", "A", "a--b", "-a", "a-", "é", "a b", "x" * 49])
def test_other_texts_are_no_keys(wrong: str) -> None:
    assert not is_key(wrong)
