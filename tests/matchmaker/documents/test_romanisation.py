import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.romanisation import CYRILLIC, GREEK, UKRAINIAN, romanised


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Αλέξανδρος Παπαδόπουλος", "Alexandros Papadopoulos"),
        ("Ευαγγελία Μπακογιάννη", "Evangelia Bakogianni"),
        ("Ευτυχία Καμπανέλλη", "Eftychia Kampanelli"),
        ("ΓΙΩΡΓΟΣ", "GIORGOS"),
        ("Сергій Зеленський", "Serhii Zelenskyi"),
        ("Юлія Їжакевич-Яненко", "Yuliia Yizhakevych-Yanenko"),
        ("Георги Димитров", "Georgi Dimitrov"),
        ("Ђорђе Љубичић", "Djordje Ljubičić"),
        ("Anna Иванова", "Anna Ivanova"),
    ],
)
def test_greek_and_cyrillic_names_can_be_said(written: str, said: str) -> None:
    assert romanised(written) == said


@pytest.mark.parametrize("name", ["Zoë Łuk", "Jean-Luc D’Haese", "", "42", "— ·"])
def test_what_is_in_latin_letters_needs_no_help(name: str) -> None:
    assert romanised(name) == ""


@pytest.mark.parametrize("name", ["محمد", "יוסף", "王小明", "Ann 王", "ไทย", "Αλέξανδρος 王"])
def test_where_no_rule_is_known_nothing_is_guessed(name: str) -> None:
    assert romanised(name) == ""


@given(st.text(st.sampled_from("".join([*GREEK, *CYRILLIC, *UKRAINIAN, " -A’"])), max_size=40))
def test_the_answer_is_latin_or_empty(name: str) -> None:
    assert not [each for each in romanised(name) if each in {**GREEK, **CYRILLIC, **UKRAINIAN}]
