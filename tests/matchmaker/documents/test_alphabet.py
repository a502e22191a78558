from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.alphabet import ranges, sorting_key, split

NAMES = st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=12), min_size=1)


def same(name: str) -> str:
    return name


def test_accents_and_capitals_do_not_change_the_order() -> None:
    names = ["Zola", "Éric", "Ewald", "œuf", "Oger", "Øst", "eva", "Łuk", "De Smet", "Dewaele"]
    expected = "De Smet, Dewaele, Éric, eva, Ewald, Łuk, œuf, Oger, Øst, Zola"
    assert ", ".join(sorted(names, key=sorting_key)) == expected


def test_apostrophes_and_hyphens_do_not_change_the_order() -> None:
    names = ["Dubois", "D’Hulst", "Dewaele", "D'Hondt", "Dhaene", "Danneels", "Dhooghe"]
    expected = "Danneels, Dewaele, Dhaene, D'Hondt, Dhooghe, D’Hulst, Dubois"
    assert ", ".join(sorted(names, key=sorting_key)) == expected
    people = ["Carpentier", "Céline-Anne Z", "Céline Anne B", "Cesar", "Cédric", "Élodie", "Els"]
    expected = "Carpentier, Cédric, Céline Anne B, Céline-Anne Z, Cesar, Élodie, Els"
    assert ", ".join(sorted(people, key=sorting_key)) == expected


@given(st.text(), st.text())
def test_only_the_same_name_has_the_same_key(one: str, other: str) -> None:
    assert (sorting_key(one) == sorting_key(other)) == (one == other)


def test_sixty_four_people_make_two_desks_of_thirty_two() -> None:
    names = [f"{number:03}" for number in range(64)]
    assert [len(each) for each in split(names, same, 36)] == [32, 32]


def test_people_of_one_name_stay_together() -> None:
    names = ["A"] * 3 + ["B"] * 10 + ["C"] * 3
    parts = split(names, same, 8)
    assert [len(each) for each in parts] in ([3, 13], [13, 3])


def test_ranges_are_told_apart_in_few_letters() -> None:
    parts = [["Aerts", "Delannoy"], ["Delbeke", "Maes"], ["Nys", "Zola"]]
    assert ranges(parts, same) == [("A", "Dela"), ("Delb", "M"), ("N", "Z")]


def test_a_range_goes_on_to_a_letter_that_tells_it_apart() -> None:
    parts = [["Aerts", "D’Haese"], ["D'Hondt", "De Smet"], ["Desmet", "Zola"]]
    assert ranges(parts, same) == [("A", "D’Ha"), ("D'Ho", "De S"), ("Des", "Z")]


def test_a_name_that_begins_another_is_told_apart() -> None:
    assert ranges([["Deca"], ["Decae"]], same) == [("D", "Deca"), ("Decae", "D")]


@given(NAMES, st.integers(1, 9))
def test_parts_hold_everybody_in_order(names: list[str], most: int) -> None:
    ordered = sorted(names, key=sorting_key)
    parts = split(ordered, same, most)
    assert [each for part in parts for each in part] == ordered
    assert all(parts)
    assert len(ranges(parts, same)) == len(parts)
    assert all(all(each) for each in ranges(parts, same))
