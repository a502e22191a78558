"""Languages that are known a little stand among those that are spoken."""

from pathlib import Path

import pytest

from matchmaker.registrations.a_little import apart
from tests.matchmaker.registrations.files import found, read, with_row

HEADER = "id,last_name,organisation,region,languages,understands\n"


@pytest.mark.parametrize(
    ("text", "spoken", "little"),
    [
        ("Frans + een beetje Nederlands", "Frans", "Nederlands"),
        ("français, un peu de néerlandais", "français", "néerlandais"),
        ("French (basic Dutch)", "French", "Dutch"),
        ("français, néerlandais (notions), anglais", "français|anglais", "néerlandais"),
        ("Nederlands een beetje, Engels", "Engels", "Nederlands"),
        ("NL, FR: basis", "NL", "FR"),
        ("anglais et un peu de néerlandais et d’allemand", "anglais", "néerlandais|allemand"),
        ("Frans, basiskennis van het Nederlands", "Frans", "Nederlands"),
        ("fr, nl", "fr|nl", ""),
    ],
)
def test_words_tell_what_is_known_a_little(text: str, spoken: str, little: str) -> None:
    assert apart(text) == (spoken, little)


def test_the_only_language_is_spoken() -> None:
    assert apart("un peu de néerlandais") == ("néerlandais", "")


@pytest.mark.parametrize(
    ("cells", "languages", "understands"),
    [
        ('"Frans + een beetje Nederlands",', ("fr",), ("nl",)),
        ('"French (basic Dutch)",en', ("fr",), ("en", "nl")),
        ("fr,notions de néerlandais", ("fr",), ("nl",)),
    ],
)
def test_they_are_understood(
    cells: str, languages: tuple[str, ...], understands: tuple[str, ...], tmp_path: Path
) -> None:
    people = f"{HEADER}a,Ann,A,FR,{cells}\nb,Ben,B,FR,fr,\n"
    event = read(tmp_path, participants=people, wishes="from,to,rank\na,b,1\n").event
    assert event is not None
    assert event.participants[0].languages == languages
    assert event.participants[0].understands == understands


def test_a_word_that_is_no_language_is_told_in_its_own_column(tmp_path: Path) -> None:
    registrations = read(tmp_path, participants=with_row("d,Dan,D,FR,fr + een beetje nederlanks"))
    assert found(registrations) == [("participants.csv", 5, "languages", "unknown-language")]
    assert str(registrations.problems[0].remedy) == "Did you mean nederlands?"


def test_no_code_is_suggested_and_nothing_for_a_short_word(tmp_path: Path) -> None:
    [only] = read(tmp_path, participants=with_row("d,Dan,D,FR,fr een nl")).problems
    assert str(only.remedy) == "Write codes such as fr, nl or en."
