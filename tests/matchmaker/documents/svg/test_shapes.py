import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.pictures import Outline
from matchmaker.documents.svg.shapes import UnusableError, drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'


def outlines(body: str) -> tuple[Outline, ...]:
    return drawing(f"{HEAD}{body}</svg>").outlines


def corners(body: str) -> list[tuple[float, float]]:
    (found,) = outlines(body)
    return [(round(x, 6), round(y, 6)) for step in found.steps for x, y in step.points]


def test_the_size_is_that_of_the_view_box_and_content_moves_with_its_corner() -> None:
    found = drawing('<svg viewBox="10 20 30 40"><path d="M10 20L40 60"/></svg>')
    assert (found.width, found.height) == (30, 40)
    assert [step.points for step in found.outlines[0].steps] == [((0, 0),), ((30, 40),)]


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', [(1, 2), (4, 2), (4, 6), (1, 6)]),
        ('<polygon points="1,2 3,4 5,6"/>', [(1, 2), (3, 4), (5, 6)]),
        ('<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>', [(1, 2), (3, 4)]),
    ],
)
def test_shapes_become_outlines(shape: str, expected: list[tuple[float, float]]) -> None:
    assert corners(shape) == expected


def test_transformations_go_from_the_outside_in() -> None:
    body = '<g transform="translate(10 0)"><path transform="scale(2)" d="M1 1L2 2"/></g>'
    assert corners(body) == [(12, 2), (14, 4)]
    assert corners('<path transform="rotate(90 5 5)" d="M5 0L10 5"/>') == [(10, 5), (5, 10)]


@pytest.mark.parametrize(
    ("attributes", "fill"),
    [
        ("", "#000000"),
        ('fill="#fc0"', "#FFCC00"),
        ('fill="RoyalBlue"', "#4169E1"),
        ('fill="rgb(255, 0, 10)"', "#FF000A"),
        ('style="fill:#123456"', "#123456"),
        ('class="a"', "#00FF00"),
        ('fill="none" stroke="#000"', None),
    ],
)
def test_colours_come_from_attributes_styles_and_style_sheets(
    attributes: str, fill: str | None
) -> None:
    (found,) = outlines(f'<style>.a{{fill:#0f0}}</style><path {attributes} d="M0 0h9v9z"/>')
    assert found.fill == fill


def test_what_is_not_shown_is_left_out() -> None:
    hidden = '<path display="none" d="M0 0h1v1z"/><path opacity="0" d="M0 0h1v1z"/>'
    assert len(outlines(hidden + '<path d="M0 0h1v1z"/>')) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<image href="file:///etc/passwd"/>',
        "<text>Lille</text>",
        '<use href="#x"/>',
        "<foreignObject/>",
        '<path fill="url(#gradient)" d="M0 0h1v1z"/>',
        '<path filter="url(#f)" d="M0 0h1v1z"/>',
        '<path d="M0 0 L nonsense"/>',
        '<path d="L 1 1"/>',
        '<path d="M0 0h1e999v1z"/>',
        "<g>" * 60 + "</g>" * 60,
    ],
)
def test_what_shapes_cannot_show_is_refused(body: str) -> None:
    with pytest.raises(UnusableError):
        drawing(f'{HEAD}<path d="M0 0h1v1z"/>{body}</svg>')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html/>",
        '<svg viewBox="0 0 0 0"><path d="M0 0h1"/></svg>',
        "<svg><path d='M0 0h1'/></svg>",
        '<!DOCTYPE s [<!ENTITY a "b">]><svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>',
    ],
)
def test_what_is_no_usable_svg_is_refused(text: str) -> None:
    with pytest.raises(UnusableError):
        drawing(text)


@given(st.text(st.sampled_from("MmLlHhVvCcSsQqTtAaZz0123456789.-+e, "), max_size=60))
def test_any_path_data_is_drawn_or_refused(data: str) -> None:
    try:
        found = outlines(f'<path d="{data}"/><rect width="1" height="1"/>')
    except UnusableError:
        return
    assert found
