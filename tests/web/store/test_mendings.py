"""What a run that mends is asked, as it is kept."""

from web.store.mendings import Mending, read, written


def test_what_is_kept_is_read_as_it_was() -> None:
    asked = Mending({"ann": ("2", "3"), "bob": ()}, ("1",), 4, ("eve",), "key", 7)
    assert read(written(asked)) == asked
    assert read(written(None)) is None


def test_what_was_asked_for_one_person_can_still_be_read() -> None:
    kept = '{"who": "ann", "past": ["1"], "gone": ["2", "3"], "others": 4}'
    assert read(kept) == Mending({"ann": ("2", "3")}, ("1",), 4)
