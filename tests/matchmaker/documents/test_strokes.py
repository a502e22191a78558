from io import BytesIO

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas

from matchmaker.documents.lettering import MOST_KEPT, set_letters
from matchmaker.documents.strokes import (
    circle,
    polygon,
    rectangles,
    segment,
    take_fill,
    take_stroke,
)
from matchmaker.documents.style import Weight


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(BytesIO(), pagesize=(200, 100), invariant=1)


def page(canvas: Canvas) -> pdfplumber.page.Page:
    canvas.showPage()
    return pdfplumber.open(BytesIO(canvas.getpdfdata())).pages[0]


def test_rectangles_of_one_path_stand_where_they_should(canvas: Canvas) -> None:
    take_fill(canvas, "#FF0000")
    take_stroke(canvas, "#0000FF", 2)
    corners = (10, 75), (50, 35)
    rectangles(canvas, (corners, (30, 5)), 100, is_filled=True, is_stroked=True)
    found = [(r["x0"], r["y0"], r["width"], r["height"]) for r in page(canvas).rects]
    assert [tuple(map(float, each)) for each in found] == [(10, 20, 30, 5), (50, 60, 30, 5)]


def test_a_colour_is_said_once_and_again_after_another(canvas: Canvas) -> None:
    for colour in ("#FF0000", "#FF0000", "#00FF00", "#FF0000"):
        take_fill(canvas, colour)
        take_stroke(canvas, colour, 1)
    code = " ".join(canvas._code)
    assert (code.count("rg"), code.count("RG"), code.count(" w")) == (3, 3, 0)


def test_a_colour_is_said_again_where_the_state_before_is_restored(canvas: Canvas) -> None:
    canvas.saveState()
    take_fill(canvas, "#FF0000")
    canvas.restoreState()
    take_fill(canvas, "#FF0000")
    assert " ".join(canvas._code).count("rg") == 2


def test_each_page_begins_anew(canvas: Canvas) -> None:
    for _ in range(2):
        take_fill(canvas, "#FF0000")
        rectangles(canvas, (((0, 0),), (9, 9)), 100, is_filled=True, is_stroked=False)
        canvas.showPage()
    with pdfplumber.open(BytesIO(canvas.getpdfdata())) as file:
        assert [each.rects[0]["non_stroking_color"] for each in file.pages] == [(1, 0, 0)] * 2


def test_a_polygon_is_closed_and_has_its_corners(canvas: Canvas) -> None:
    polygon(canvas, [(10, 20), (50, 20), (30, 60)], is_filled=False, is_stroked=True)
    (found,) = page(canvas).curves
    assert {tuple(map(float, each)) for each in found["pts"]} == {(10, 80), (50, 80), (30, 40)}


def test_a_circle_is_round_about_its_middle(canvas: Canvas) -> None:
    circle(canvas, (50, 40), 10, is_filled=True, is_stroked=False)
    (found,) = page(canvas).curves
    assert [float(found[each]) for each in ("x0", "x1", "y0", "y1")] == [40, 60, 30, 50]


def test_a_segment_goes_from_end_to_end(canvas: Canvas) -> None:
    segment(canvas, (10, 20), (60, 20))
    (line,) = page(canvas).lines
    assert (line["x0"], line["x1"], line["y0"]) == (10, 60, 20)


def test_the_same_line_reads_the_same_wherever_it_stands(canvas: Canvas) -> None:
    for y in (10, 40, 70):
        set_letters(canvas, "Łęg (1) \\ Ωm", (5, y), Weight.BOLD, 9)
    assert page(canvas).extract_text().splitlines() == ["Łęg (1) \\ Ωm"] * 3


def test_two_documents_code_the_same_line_each_for_itself() -> None:
    texts = []
    for first in ("", "xyz"):
        canvas = Canvas(BytesIO(), pagesize=(200, 100), invariant=1)
        for number, text in enumerate((first, "abc")):
            set_letters(canvas, text, (5, 20 + 30 * number), Weight.REGULAR, 9)
        texts.append(page(canvas).extract_text().splitlines())
    assert texts == [["abc"], ["abc", "xyz"]]


def test_more_lines_than_are_kept_do_no_harm(canvas: Canvas) -> None:
    for number in range(MOST_KEPT + 2):
        set_letters(canvas, str(number), (500, 500), Weight.REGULAR, 9)
    set_letters(canvas, "0", (5, 20), Weight.REGULAR, 9)
    assert page(canvas).crop((0, 0, 200, 100)).extract_text() == "0"
