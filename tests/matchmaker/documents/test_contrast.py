import pytest

from matchmaker.documents.contrast import contrast, darkened, lightened


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#FFFFFF", 21), ("#777777", "#FFFFFF", 4.48), ("#0B4F5E", "#0B4F5E", 1)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_light_colour_is_darkened_until_it_stands_out() -> None:
    found = darkened("#FFD400", "#FFFFFF")
    assert 4.5 <= contrast(found, "#FFFFFF") < 5


def test_a_ground_is_mostly_white() -> None:
    assert lightened("#000000", 0.1) == "#E6E6E6"
    assert lightened("#0B4F5E", 0) == "#FFFFFF"
