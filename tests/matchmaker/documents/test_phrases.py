from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.blocks import block
from matchmaker.documents.facts import joined
from matchmaker.documents.phrases import phrases
from matchmaker.documents.style import BODY
from tests.matchmaker.documents.reading import drawn

MOVES = [
    "Marie-Christine Vandenbroucke-Deschamps 3 → 9",
    "Bo Li 1 → 2",
    "Ştefan Łukasiewicz 4 → 12",
]


def test_no_phrase_is_broken_that_has_room_on_a_line() -> None:
    widest = max(block(each, BODY, 1000).width for each in MOVES)
    for measure in (widest + 12, widest + 60, 1000):
        lines = phrases(MOVES, BODY, measure).lines
        assert all(any(drawn(each) in drawn(line) for line in lines) for each in MOVES)
        assert phrases(MOVES, BODY, measure).width <= measure


def test_phrases_share_a_line_where_they_have_room() -> None:
    assert phrases(MOVES, BODY, 1000).lines == block(joined(MOVES), BODY, 1000).lines


def test_what_is_empty_takes_no_room() -> None:
    assert phrases([], BODY, 100).lines == ()
    assert phrases(["", "A", ""], BODY, 100).lines == ("A",)


@given(st.lists(st.text("ab-’é ", min_size=1, max_size=30), max_size=6), st.floats(30, 300))
def test_phrases_keep_their_text_and_their_measure(parts: list[str], measure: float) -> None:
    found = phrases(parts, BODY, measure)
    assert drawn("".join(found.lines)) == drawn(joined(parts))
    assert found.width <= measure + 0.01
