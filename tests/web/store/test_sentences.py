"""Sentences as they are stored."""

from matchmaker.messages import message
from web.store.sentences import read, written

SENTENCE = message("There is no slot {slot}.", slot="9")


def test_a_sentence_is_read_as_it_was_written() -> None:
    assert read(written(SENTENCE)) == SENTENCE


def test_no_sentence_stays_none() -> None:
    assert written(None) == ""
    assert read("") is None
