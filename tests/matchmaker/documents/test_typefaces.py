from hashlib import sha256

import pytest

from matchmaker.documents.style import Weight
from matchmaker.documents.typefaces import FACES, FOLDER, MISSING, face_for, runs, width

EUROPE = "éëïçœŒÅøłŁńżŞşȘșțğıİőűßẞĦŊαΩώЖїў€…–—’“”«»·•×→↔≤□"


def test_vendored_files_are_those_of_the_manifest() -> None:
    lines = (FOLDER / "SHA256SUMS").read_text().splitlines()
    stated = {name: digest for digest, name in (line.split() for line in lines)}
    vendored = [each for each in FOLDER.iterdir() if each.suffix in {".ttf", ".txt"}]
    assert {each.name: sha256(each.read_bytes()).hexdigest() for each in vendored} == stated


def test_every_family_has_its_licence_and_all_stay_small() -> None:
    assert {each.name for each in FOLDER.glob("LICENSE*")} == {
        "LICENSE-DejaVu.txt",
        "LICENSE-IBMPlexSans.txt",
    }
    assert sum(each.stat().st_size for each in FOLDER.iterdir()) < 2_500_000


@pytest.mark.parametrize("weight", Weight)
def test_each_weight_draws_european_arabic_and_hebrew_letters(weight: Weight) -> None:
    assert not [each for each in EUROPE + "אבשﺍﺏﻼ" if face_for(each, weight) is None]


@pytest.mark.parametrize("weight", Weight)
def test_the_sign_for_missing_characters_is_there(weight: Weight) -> None:
    assert face_for(MISSING, weight) is not None


def test_text_is_drawn_by_the_first_font_that_holds_it() -> None:
    own, fallback = FACES[Weight.REGULAR]
    assert list(runs("Lys א", Weight.REGULAR)) == [(own, "Lys "), (fallback, "א")]


def test_figures_are_equally_wide() -> None:
    for weight in Weight:
        assert len({width(each, weight, 10) for each in "0123456789"}) == 1
