from dataclasses import replace
from typing import Any

import pytest

from matchmaker.documents.drawing import Disc, Drawing, Label, Stroke
from matchmaker.documents.style import Colour, Weight
from matchmaker.documents.whatif_chart import whatif_chart
from matchmaker.documents.wording import words
from matchmaker.prospects import Survey
from tests import factories
from tests.matchmaker.documents.surveys import of_tables, of_two


def chart(survey: Survey, language: str = "en", **fields: Any) -> Drawing:
    return whatif_chart(factories.event("ab", **fields), survey, words(language))


def labels(drawing: Drawing) -> list[Label]:
    return [each for each in drawing.shapes if isinstance(each, Label)]


def texts(drawing: Drawing) -> list[str]:
    return [each.text for each in labels(drawing)]


def discs(drawing: Drawing) -> list[Disc]:
    return [each for each in drawing.shapes if isinstance(each, Disc)]


def test_wishes_and_value_of_every_number_are_written() -> None:
    said = texts(chart(of_tables(20, 24, 25)))
    assert {"20", "24", "25", "40", "48", "50"} <= set(said)
    assert {"+4", "+1"} <= set(said)
    assert said.count("Tables") == 3


def test_axes_and_lines_are_named() -> None:
    said = texts(chart(of_tables(20, 24, 25)))
    named = {
        "Test day",
        "Wishes met, of 40",
        "Value of the meetings",
        "value reached",
        "proven bound",
    }
    assert named <= set(said)


def test_the_event_as_it_is_stands_out() -> None:
    drawing = chart(of_tables(20, 24, 25))
    small, large, other = sorted(each.radius for each in discs(drawing))[::2]
    assert small == large < other
    assert texts(drawing).count("as planned") == 2
    bold = {each.text for each in labels(drawing) if each.style.weight is Weight.BOLD}
    assert bold == {"4", "24", "48"}


def test_the_bound_is_a_broad_light_line_below_that_of_the_value() -> None:
    lines = [
        e
        for e in chart(of_tables(20, 24, 25)).shapes
        if isinstance(e, Stroke)
        if len(e.points) == 3
    ]
    wishes, bound, value = lines
    assert (bound.colour, value.colour) == (Colour.RULE, Colour.ACCENT)
    assert bound.thickness > value.thickness == wishes.thickness
    assert all(above[1] < below[1] for above, below in zip(bound.points, value.points, strict=True))


def test_more_is_further_right_and_higher() -> None:
    marks = discs(chart(of_tables(20, 24, 25)))[:3]
    assert [each.x for each in marks] == sorted(each.x for each in marks)
    assert [each.y for each in marks] == sorted((each.y for each in marks), reverse=True)


def test_numbers_that_miss_minimums_have_hollow_marks() -> None:
    survey = of_tables(20, 24, 25)
    short = replace(survey.prospects[0], missing=2)
    drawing = chart(replace(survey, prospects=(short, *survey.prospects[1:])))
    assert [each.fill == Colour.PAPER for each in discs(drawing)] == [True, False, False] * 2


def test_it_is_said_how_many_are_enough() -> None:
    assert "4 as planned · from 5 on nothing more is gained" in texts(
        chart(of_tables(20, 24, 25, 25))
    )
    assert "4 as planned" in texts(chart(of_tables(20, 24, 25)))


def test_numbers_that_do_not_include_now_have_no_mark_of_it() -> None:
    drawing = chart(of_tables(20, 24, 25, now=9))
    assert "as planned" not in texts(drawing)
    assert len({each.radius for each in discs(drawing)}) == 1


def test_each_resource_has_a_row() -> None:
    drawing = chart(of_two())
    assert texts(drawing).count("Interpreters FR–NL") == 3
    assert drawing.height > chart(of_tables(1, 2)).height


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize(
    "survey", [of_tables(20, now=3), of_tables(*range(50, 110)), of_two(range(10, 40), range(2))]
)
def test_everything_is_inside_the_picture(survey: Survey, language: str) -> None:
    drawing = chart(survey, language, name="long " * 60)
    for each in labels(drawing):
        assert 0 <= each.left <= each.left + each.width <= drawing.width
        assert 0 < each.y < drawing.height
    for disc in discs(drawing):
        assert 0 < disc.x < drawing.width
        assert 0 < disc.y < drawing.height


def test_the_description_tells_what_is_to_be_seen() -> None:
    drawing = chart(of_tables(20, 24), "fr")
    assert drawing.title == "Souhaits satisfaits selon le nombre\xa0: Tables"
    assert drawing.description == "Tables – Souhaits satisfaits: 3: 20, 4: 24."
