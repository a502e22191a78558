from dataclasses import replace

from matchmaker.documents.drawing import Box, Drawing, Label
from matchmaker.documents.heat_map import heat_map
from matchmaker.documents.style import Colour
from matchmaker.documents.wording import words
from matchmaker.prospects import Survey
from tests import factories
from tests.matchmaker.documents.surveys import of_two


def chart(survey: Survey | None = None) -> Drawing:
    return heat_map(factories.event("ab"), survey or of_two(), words("en"))


def cells(drawing: Drawing) -> list[Box]:
    return [each for each in drawing.shapes if isinstance(each, Box) and each.fill]


def brightness(cell: Box) -> int:
    return int(str(cell.fill)[1:], 16) >> 8 & 0xFF


def test_every_combination_has_a_cell_with_its_wishes() -> None:
    drawing = chart()
    said = [each.text for each in drawing.shapes if isinstance(each, Label)]
    assert {str(each.wishes_met) for each in of_two().prospects} <= set(said)
    assert len(cells(drawing)) == 9
    assert {"Tables", "Interpreters FR–NL", "as planned", "Wishes met, of 40"} <= set(said)


def test_the_more_wishes_the_darker() -> None:
    met = [each.wishes_met for each in sorted(of_two().prospects, key=lambda each: each.amounts)]
    shades = [brightness(each) for each in cells(chart())]
    by_wishes = [shade for _, shade in sorted(zip(met, shades, strict=True))]
    assert by_wishes == sorted(by_wishes, reverse=True)
    assert by_wishes[0] > by_wishes[-1]


def test_the_event_as_it_is_has_a_frame() -> None:
    drawing = chart()
    frames = [e for e in drawing.shapes if isinstance(e, Box) and e.stroke == Colour.INK]
    now = cells(drawing)[4]
    assert (frames[-1].x, frames[-1].y) == (now.x, now.y)


def test_missed_minimums_are_marked_and_explained() -> None:
    survey = of_two()
    short = replace(survey.prospects[0], missing=1)
    drawing = chart(replace(survey, prospects=(short, *survey.prospects[1:])))
    said = [each.text for each in drawing.shapes if isinstance(each, Label)]
    assert {"3*", "* not every minimum of meetings is reached"} <= set(said)
    assert not [each for each in chart().shapes if isinstance(each, Label) and "*" in each.text]


def test_cells_stay_inside_the_picture_and_do_not_overlap() -> None:
    drawing = chart(of_two(range(1, 13), range(5)))
    assert len({(each.x, each.y) for each in cells(drawing)}) == 60
    assert max(each.x + each.width for each in cells(drawing)) < drawing.width
    assert max(each.y + each.height for each in cells(drawing)) < drawing.height


def test_the_description_tells_every_row() -> None:
    assert chart().description.startswith("Tables 5 – 0: 5, 1: 15, 2: 25. Tables 4 –")
