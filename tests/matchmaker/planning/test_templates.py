from datetime import date

import pytest

from matchmaker.planning.readiness import Lack, findings
from matchmaker.planning.templates import Template, templates

every_template = pytest.mark.parametrize("template", templates().values(), ids=list(templates()))


@every_template
def test_a_template_makes_an_event_that_lacks_only_people(template: Template) -> None:
    day = date(2027, 3, 18)
    made = template.event(day, name={"en": "Day"}, timezone="Europe/Paris", languages=("fr",))
    assert [each.lack for each in findings(made)] == [Lack.PEOPLE]
    assert made.slots[0].start.date() == day
    assert (made.name, made.timezone, made.languages) == ({"en": "Day"}, "Europe/Paris", ("fr",))


@every_template
def test_every_table_of_a_template_has_its_place(template: Template) -> None:
    made = template.event(date(2027, 3, 18), name="Day")
    assert len({(each.x, each.y) for each in made.tables}) == template.tables
    assert {each.room for each in made.tables} == {template.table_room}


@every_template
def test_a_template_is_told_in_three_languages(template: Template) -> None:
    texts = [template.name, template.about, *(each.name for each in template.rooms)]
    texts += [each.title for each in template.workshops]
    texts += [question for each in template.workshops for question in each.questions]
    for each in texts:
        assert set(each) == {"fr", "nl", "en"}
        assert all(each.values())


def test_there_are_an_afternoon_a_morning_and_a_whole_day() -> None:
    made = [each.event(date(2027, 3, 18), name="Day") for each in templates().values()]
    hours = [(e.slots[0].start.hour, e.slots[-1].end.hour, len(e.workshops)) for e in made]
    assert hours == [(13, 17, 2), (9, 12, 0), (9, 17, 1)]
