import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.documents.blocks import block
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import BODY, PORTRAIT, Weight
from matchmaker.documents.typefaces import ems
from matchmaker.documents.voices import carried, language_of, mute, said, stretches
from matchmaker.documents.wording import Paper
from matchmaker.documents.writing import plain, printable
from tests.matchmaker.documents.reading import spoken, unmarked

BOTH = f"{said('Plan de tables', 'fr')} / {said('Tafelschikking', 'nl')}"
CODES = st.sampled_from(["fr", "nl", "en", "de"])


def drawn(*texts: str, measure: float = 400, role: Role | None = None) -> bytes:
    def draw(sheet: Sheet) -> None:
        for number, text in enumerate(texts):
            place = 60, 100 + 60 * number
            if role is None:
                sheet.put(block(text, BODY, measure), *place)
            else:
                with sheet.part(role):
                    sheet.put(block(text, BODY, measure), *place)

    return pdf([Page(draw, PORTRAIT, outline="x")], About("x", "x", "fr"))


@given(st.lists(st.tuples(st.text("Aé /-", min_size=1), CODES)))
def test_a_text_knows_the_language_of_each_of_its_parts(parts: list[tuple[str, str]]) -> None:
    text = "".join(said(text, language) for text, language in parts)
    assert list(stretches(text)) == ([(language, text) for text, language in parts] or [("", "")])
    assert mute(text) == "".join(text for text, _ in parts)


def test_a_part_in_another_language_keeps_it_and_the_rest_goes_on() -> None:
    text = said(f"Salle {said('Leie', 'nl')} au premier", "fr-BE")
    assert stretches(text) == (("fr", "Salle "), ("nl", "Leie"), ("fr", " au premier"))


@pytest.mark.parametrize("language", ["", "fil", "x-own", "é", "N", "FR"])
def test_a_language_that_has_no_mark_leaves_the_text_as_it_is(language: str) -> None:
    assert said("Leie", language) == "Leie"


def test_marks_take_no_room_and_are_not_drawn_but_stay_in_what_is_drawn() -> None:
    assert ems(BOTH, Weight.REGULAR) == ems(mute(BOTH), Weight.REGULAR)
    assert printable(BOTH) == BOTH
    assert printable(f"{BOTH} ☃🎉") == f"{BOTH} {printable('☃🎉')}"
    assert plain(BOTH) == "Plan de tables / Tafelschikking"


@given(st.integers(30, 300), st.integers(1, 4))
def test_marked_texts_are_broken_into_lines_and_cut_like_others(measure: int, limit: int) -> None:
    marked, bare = (block(each, BODY, measure, limit) for each in (BOTH, mute(BOTH)))
    assert tuple(map(mute, marked.lines)) == bare.lines
    assert (marked.width, marked.is_whole) == (bare.width, bare.is_whole)


def test_what_goes_on_on_the_next_line_goes_on_in_its_language() -> None:
    text = said("een twee", "nl")
    first, second = carried([text[:4], text[4:]])
    assert (language_of([first]), language_of([second])) == ("nl", "nl")
    assert language_of([BOTH]) == ""


def test_parts_of_a_line_are_read_out_each_in_its_language() -> None:
    content = drawn(BOTH, "Ann", role=Role.TITLE)
    assert spoken(content) == [
        ("fr", "Plan de tables /"),
        ("nl", "Tafelschikking"),
        ("fr", "Ann"),
    ]
    assert unmarked(content) == []


@pytest.mark.parametrize("role", [None, Role.TITLE, Role.HEADING])
def test_a_text_in_one_language_is_a_part_in_it(role: Role | None) -> None:
    content = drawn(said("Plan", "fr"), said("Schikking", "nl"), role=role)
    assert spoken(content) == [("fr", "Plan"), ("nl", "Schikking")]
    assert b"/Lang (nl)" not in content


def test_lines_of_a_long_text_in_two_languages_are_read_out_each_in_its_own() -> None:
    content = drawn(BOTH, measure=90)
    assert spoken(content)[-1] == ("nl", "Tafelschikking")


@settings(deadline=None)
@given(st.text("\U000e0200\U000e0201\U000e0294a /יה", max_size=12))
def test_marks_out_of_place_do_no_harm(text: str) -> None:
    assert unmarked(drawn(text, f"{text}{BOTH}", measure=80)) == []


def test_paper_marks_what_differs_and_leaves_what_is_in_its_first_language() -> None:
    paper = Paper(["fr", "nl"])
    assert [stretches(each) for each in paper.texts({"fr": "Lys", "nl": "Leie"})] == [
        (("fr", "Lys"),),
        (("nl", "Leie"),),
    ]
    assert paper.texts({"fr": "Lys", "nl": "Lys"}) == paper.texts({"": "Lys"}) == ["Lys"]
    assert paper.texts({"nl": "Leie"}) == [said("Leie", "nl")]
    assert paper("Badges") == "Badges"
    assert Paper(["nl"])("Table plan") == "Tafelplan"
