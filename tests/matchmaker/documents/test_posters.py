from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.posters import poster


def test_a_short_number_is_as_large_as_its_room() -> None:
    found = poster("7", 400, 200)
    assert found.style.size == 248
    assert found.height <= 200


def test_a_long_name_takes_several_small_lines() -> None:
    found = poster("Grande salle bleue, près de l’entrée 12", 200, 200)
    assert len(found.lines) > 1
    assert found.is_whole


@given(st.text(st.characters(codec="latin-1"), min_size=1, max_size=120))
def test_nothing_is_wider_or_higher_than_its_room(text: str) -> None:
    found = poster(text, 230, 300)
    assert found.width <= 230.01
    assert found.height <= 300
