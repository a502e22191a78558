import pytest

from matchmaker.documents.svg.styles import declarations, ink, rules


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("#abc", "#AABBCC"),
        ("#a1b2c3", "#A1B2C3"),
        ("#a1b2c3ff", "#A1B2C3"),
        ("red", "#FF0000"),
        ("rgb(1,2,3)", "#010203"),
        ("rgb(100%, 0%, 50%)", "#FF007F"),
        ("none", None),
        ("transparent", None),
        ("url(#a)", "unknown"),
        ("var(--x)", "unknown"),
        ("nonsense", "unknown"),
    ],
)
def test_colours_are_read(value: str, expected: str | None) -> None:
    assert ink({"fill": value}, "fill", "black") == expected


def test_the_colour_of_text_stands_in_where_it_is_asked_for() -> None:
    assert ink({"fill": "currentColor", "color": "#123456"}, "fill", "black") == "#123456"


def test_what_is_clear_has_no_colour() -> None:
    assert ink({"fill": "red", "fill-opacity": "0"}, "fill", "black") is None
    assert ink({"fill": "red", "opacity": "0.5"}, "fill", "black") == "#FF0000"


def test_declarations_are_taken_apart() -> None:
    assert declarations(" fill : red ; stroke:none !important;x") == {
        "fill": "red",
        "stroke": "none",
    }


def test_style_sheets_are_read_by_selector_without_comments() -> None:
    found = rules("/* .a{fill:blue} */ .a, #b { fill: red } .a{stroke:none}")
    assert found == {".a": {"fill": "red", "stroke": "none"}, "#b": {"fill": "red"}}
