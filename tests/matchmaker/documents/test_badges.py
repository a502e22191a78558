import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pypdf import PdfReader

from matchmaker.documents.badge_forms import GRIDS, BadgeForm
from matchmaker.documents.badge_names import READABLE
from matchmaker.documents.badges import badge_volume, badges
from matchmaker.documents.chapters import bound
from matchmaker.documents.facts import by_last_name
from matchmaker.documents.style import MM
from matchmaker.documents.wording import words
from matchmaker.people import Organisation
from matchmaker.timetable import Timetable
from matchmaker.timetable import agendas as views
from matchmaker.values import NAME_LENGTH, ORGANISATION_LENGTH, TEXT_LENGTH
from tests import factories
from tests.matchmaker.documents.reading import (
    Frame,
    drawn,
    outside,
    overlaps,
    pages,
    parts,
    scanned,
    spoken,
    texts_in,
    unmarked,
)
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)
every_form = pytest.mark.parametrize("form", BadgeForm)


def frame(form: BadgeForm, corner: tuple[float, float]) -> Frame:
    """Return what is printed on the card whose print begins at `corner`."""
    grid = GRIDS[form]
    x, y = corner
    return x - 1, y - 3, x + grid.measure + 1, y + grid.tall + 3


@pytest.mark.parametrize(
    ("form", "fronts", "count"),
    [(BadgeForm.LABEL, 8, 16), (BadgeForm.CARD, 7, 14), (BadgeForm.FOLDED, 32, 32)],
)
def test_as_many_badges_as_fit_stand_on_a_sheet(form: BadgeForm, fronts: int, count: int) -> None:
    assert len(pages(badges(EVENT, form=form))) == fronts
    assert len(pages(badges(EVENT, TIMETABLE, form))) == count


@every_form
def test_badges_stand_in_order_of_last_names_with_firm_and_origin(form: BadgeForm) -> None:
    text = "".join(pages(badges(EVENT, form=form)))
    for person in by_last_name(EVENT.participants):
        firm = drawn(EVENT.organisation_of(person).name)
        assert drawn(person.name) + firm in text
        text = text.split(drawn(person.name), maxsplit=1)[1]


@every_form
def test_the_back_is_behind_its_front_and_holds_the_day_of_its_owner(form: BadgeForm) -> None:
    content = badges(EVENT, TIMETABLE, form)
    grid, found = GRIDS[form], views(EVENT, TIMETABLE)
    step = 1 if grid.is_folded else 2
    people = by_last_name(EVENT.participants)
    first = people[: grid.count]
    fronts = texts_in(content, 0, [frame(form, grid.front(n)) for n in range(len(first))])
    backs = texts_in(content, step - 1, [frame(form, grid.back(n)) for n in range(len(first))])
    for person, front, back in zip(first, fronts, backs, strict=True):
        assert drawn(person.name) in front
        assert drawn(person.name) in back
        for meeting in found[person.id].meetings:
            start = f"{EVENT.slot_by_id[meeting.slot].start:%H:%M}"
            partner = EVENT.participant_by_id[meeting.partner_of(person.id)]
            assert f"{start}{meeting.table}{drawn(partner.last_name)[:6]}" in back.replace(
                drawn(partner.first_name) + drawn(partner.last_name), drawn(partner.last_name)
            )


def test_a_turned_sheet_brings_each_back_behind_its_front() -> None:
    for form in (BadgeForm.LABEL, BadgeForm.CARD):
        grid = GRIDS[form]
        for number in range(grid.count):
            (x, y), (back_x, back_y) = grid.front(number), grid.back(number)
            assert back_y == y
            assert x + grid.measure == pytest.approx(595.2756 - back_x, abs=0.01)


def asks_for_both_sides(content: bytes) -> bool:
    preferences: Any = PdfReader(BytesIO(content)).root_object["/ViewerPreferences"]
    return "/Duplex" in preferences


def test_only_paper_with_backs_on_other_pages_asks_for_both_sides() -> None:
    asks = {
        (form, bool(plan_)): asks_for_both_sides(badges(EVENT, plan_, form))
        for form in BadgeForm
        for plan_ in (None, TIMETABLE)
    }
    assert {key for key, asked in asks.items() if asked} == {
        (BadgeForm.LABEL, True),
        (BadgeForm.CARD, True),
    }


def test_entries_of_a_back_with_room_stand_further_apart_than_their_lines() -> None:
    event = factories.event(["Ann", factories.person("Bob", first_name="Jan " * 20), "Cid"])
    met = (factories.meeting("Ann", "Bob", "1"), factories.meeting("Ann", "Cid", "2"))
    with pdfplumber.open(BytesIO(badges(event, Timetable(meetings=met), BadgeForm.FOLDED))) as file:
        back = file.pages[0].crop((0, 0, GRIDS[BadgeForm.FOLDED].width, 420))
        tops = {each["text"]: each["top"] for each in back.extract_words()}
        lines = sorted({each["top"] for each in back.extract_words() if each["text"] == "Jan"})
    (within,) = {round(low - high, 1) for high, low in pairwise(lines)}
    assert len(lines) > 1
    assert tops["13:45"] - tops["13:30"] > len(lines) * within + 3


def marks(form: BadgeForm, x: float) -> list[float]:
    """Return how long the upright marks at `x` of a sheet are, from the top downwards."""
    with pdfplumber.open(BytesIO(badges(factories.event(["Ann"]), form=form))) as file:
        found = [each for each in file.pages[0].lines if each["x0"] == pytest.approx(x, abs=0.1)]
    upright = (each for each in found if each["x0"] == pytest.approx(each["x1"]))
    return [each["height"] for each in sorted(upright, key=lambda each: each["top"])]


def test_where_to_fold_is_dashed_and_where_to_cut_is_not() -> None:
    fold, dash = GRIDS[BadgeForm.FOLDED].width, pytest.approx(2 * MM, abs=0.02)
    assert marks(BadgeForm.FOLDED, fold) == [dash] * 16
    cut = GRIDS[BadgeForm.CARD].left + GRIDS[BadgeForm.CARD].width
    assert len(marks(BadgeForm.CARD, cut)) == 2


@every_form
def test_cards_lie_inside_the_sheet(form: BadgeForm) -> None:
    grid = GRIDS[form]
    assert grid.columns * grid.width <= 595.28
    assert grid.rows * grid.height <= 841.9


def test_languages_and_region_are_shown_in_both_languages() -> None:
    text = "".join(pages(badges(EVENT)))
    assert "NL·EN" in text
    assert "Flandre/Vlaanderen" in text


def test_a_language_known_a_little_stands_in_brackets() -> None:
    who = factories.person("Ann", languages=("fr",), understands=("nl",))
    assert "FR·(NL)" in "".join(pages(badges(factories.event([who]))))


@every_form
def test_usual_names_are_readable_from_two_metres(form: BadgeForm) -> None:
    with pdfplumber.open(BytesIO(badges(EVENT, form=form))) as file:
        chars = [char for page in file.pages for char in page.chars]
    large = "".join(char["text"] for char in chars if char["size"] >= READABLE)
    for person in EVENT.participants:
        if len(person.name) < 24:
            assert drawn(person.first_name) in "".join(large.split())


@every_form
def test_no_text_of_a_usual_badge_is_smaller_than_nine_points(form: BadgeForm) -> None:
    with pdfplumber.open(BytesIO(badges(food_day(8), plan(food_day(8)), form))) as file:
        assert min(char["size"] for page in file.pages for char in page.chars) >= 8.99


def test_somebody_of_whom_only_a_name_is_known_has_a_badge() -> None:
    assert "AnnAnn" in pages(badges(factories.event(["Ann"])))[0]


@every_form
@pytest.mark.parametrize("unit", ["Rencontres transfrontalières ", "ontmoeting-", "W"])
def test_the_longest_names_allowed_are_whole(unit: str, form: BadgeForm) -> None:
    event_names = {"fr": ("F" + unit * 999)[:TEXT_LENGTH], "nl": ("N" + unit * 999)[:TEXT_LENGTH]}
    person_name, firm = (unit * 99)[:NAME_LENGTH].strip(), (unit * 99)[:ORGANISATION_LENGTH].strip()
    person = factories.person("a", first_name=person_name, last_name=person_name, region="WAL")
    organisations = (Organisation(id=person.organisation, name=firm),)
    event = factories.event([person], name=event_names, organisations=organisations)
    content = badges(event, form=form)
    text = pages(content)[0]
    assert "…" not in text
    for each in (*event_names.values(), person.name, firm):
        assert drawn(each) in text
    assert outside(content) == overlaps(content) == []


@pytest.mark.parametrize("form", [BadgeForm.LABEL, BadgeForm.CARD])
def test_a_day_that_is_too_full_for_a_back_says_how_much_is_missing(form: BadgeForm) -> None:
    people = ["hub", *(f"partner-of-many-letters-{n:02}" for n in range(90))]
    event = factories.event(people, slots=factories.slots(90, minutes=3, pause=1))
    timetable = Timetable(
        meetings=tuple(
            factories.meeting("hub", each, str(n)) for n, each in enumerate(people[1:], start=1)
        )
    )
    content = badges(event, timetable, form)
    assert "deplus" in "".join(pages(content))
    assert outside(content) == overlaps(content) == []


def test_somebody_without_meetings_is_told_so() -> None:
    text = "".join(pages(badges(factories.event(["Ann"]), Timetable())))
    assert "Aucunerencontre." in text


def test_a_cluster_is_written_with_a_capital_and_has_its_letters() -> None:
    person = factories.person("Ann", cluster="textile", region="FR")
    text = pages(badges(factories.event([person])))[0]
    assert "France/Frankrijk·Textile" in text
    assert "TE" in text


@every_form
def test_names_are_headings_and_days_are_lists(form: BadgeForm) -> None:
    content = badges(food_day(8), plan(food_day(8)), form)
    found = parts(content)
    assert [role for role, _ in found].count("H1") == 8
    assert any(role == "LBody" for role, _ in found)
    assert unmarked(content) == []


def test_an_event_of_nobody_still_prints() -> None:
    assert len(pages(badges(factories.event([])))) == 1


@every_form
def test_a_name_in_greek_or_cyrillic_stands_in_latin_letters_too(form: BadgeForm) -> None:
    person = factories.person("a", first_name="Αλέξανδρος", last_name="Παπαδόπουλος")
    text = pages(badges(factories.event([person, "Ann"]), form=form))[0]
    assert "ΑλέξανδροςΠαπαδόπουλοςAlexandrosPapadopoulos" in text


def test_the_longest_usual_name_of_an_owner_is_whole_on_both_sides() -> None:
    first, last = "Maximiliaan-Alexander Bartholomeus", "van den Broeck-Vandekerckhove de Clercq"
    person = factories.person("a", first_name=first, last_name=last)
    front, back = pages(badges(factories.event([person]), Timetable()))
    assert drawn(person.name) in front
    assert drawn(person.name) in back


def test_a_visit_stands_on_the_back_with_both_hosts() -> None:
    event, timetable = factories.trio()
    text = "".join(pages(badges(event, timetable)))
    assert drawn("Ann + Bob") in text


@every_form
def test_codes_on_backs_lead_to_whose_badge_it_is(form: BadgeForm, tmp_path: Path) -> None:
    links = {each.id: f"https://day.example.org/agenda/{each.id}" for each in EVENT.participants}
    content = bound(badge_volume(EVENT, TIMETABLE, form, links=links))
    assert sorted(scanned(content, tmp_path)) == sorted(links.values())
    assert overlaps(content) == []
    assert outside(content) == []
    without = badges(EVENT, TIMETABLE, form)
    assert [_times(each) for each in pages(content)] == [_times(each) for each in pages(without)]


def _times(page: str) -> list[str]:
    return sorted(re.findall(r"\d\d:\d\d", page))


def test_each_back_is_read_out_in_the_language_of_its_owner() -> None:
    event = food_day(8)
    heard = spoken(badges(event, plan(event)))
    for each in ("fr", "nl"):
        what = words(each)("time, table, with")
        assert {language for language, text in heard if what in text} == {each}
