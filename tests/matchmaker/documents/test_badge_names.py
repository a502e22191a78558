from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.badge_names import READABLE, name_block
from tests import factories

names = st.text(st.characters(codec="utf-8", categories=("L", "Pd")), min_size=1, max_size=80)


def test_a_name_is_on_two_lines_where_that_makes_it_larger() -> None:
    person = factories.person("a", first_name="Agnieszka", last_name="Vandenbroucke")
    assert name_block(person, 215, 90, 40).lines == ("Agnieszka", "Vandenbroucke")
    assert name_block(person, 215, 28, 40).lines == ("Agnieszka Vandenbroucke",)


def test_a_short_name_is_no_larger_than_the_largest() -> None:
    person = factories.person("a", first_name="Jo", last_name="Li")
    assert name_block(person, 215, 200, 40).style.size == 40


def test_a_name_that_is_too_long_for_two_readable_lines_is_whole_all_the_same() -> None:
    person = factories.person("a", first_name="Wilhelmina " * 7, last_name="Maximiliana " * 6)
    found = name_block(person, 215, 60, 40)
    assert found.style.size < READABLE
    assert found.is_whole
    assert len(found.lines) > 2


@given(names, names)
def test_no_name_is_wider_or_higher_than_its_room(first: str, last: str) -> None:
    found = name_block(factories.person("a", first_name=first, last_name=last), 215, 60, 40)
    assert found.width <= 215.01
    assert found.height <= 60
