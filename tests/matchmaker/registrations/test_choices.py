import pytest

from matchmaker.registrations.choices import means_never, region_of, side_of, yes_or_no


@pytest.mark.parametrize(
    ("word", "region"),
    [
        ("Wallonie", "WAL"),
        ("Wallonië", "WAL"),
        ("Hainaut", "WAL"),
        ("Vlaanderen", "VLG"),
        ("Flandre", "VLG"),
        ("West-Vlaanderen", "VLG"),
        ("BE-VLG", "VLG"),
        ("Hauts-de-France", "FR"),
        ("FRANCE", "FR"),
        ("Frankrijk", "FR"),
        ("Belgique (Flandre)", "VLG"),
        ("Belgique – Wallonie", "WAL"),
        ("59 / Nord", "FR"),
        ("Luxembourg", "Luxembourg"),
        ("France / Wallonie", "France / Wallonie"),
    ],
)
def test_regions(word: str, region: str) -> None:
    assert region_of(word) == region


def test_sides() -> None:
    words = ("buyer", "Acheteur", "koper", "seller", "fournisseur", "Verkoper", "host")
    assert [side_of(each) for each in words] == ["buyer"] * 3 + ["seller"] * 3 + [None]


def test_yes_and_no() -> None:
    assert [yes_or_no(each) for each in ("oui", "JA", "yes", "true", "1")] == [True] * 5
    assert [yes_or_no(each) for each in ("non", "nee", "no", "false", "0")] == [False] * 5
    assert yes_or_no("perhaps") is None


def test_vetoes() -> None:
    assert [means_never(each) for each in ("never", "Jamais", "nooit", "1")] == [
        True, True, True, False
    ]  # fmt: skip
