from matchmaker.documents.badges import COLUMNS, HEIGHT, ROWS, WIDTH, badges
from matchmaker.documents.facts import by_last_name
from matchmaker.documents.style import MM
from tests import factories
from tests.matchmaker.documents.reading import drawn, pages
from tests.matchmaker.documents.sample import food_day

EVENT = food_day()


def test_ten_badges_stand_on_a_sheet() -> None:
    assert len(pages(badges(EVENT))) == 7


def test_badges_stand_in_order_of_last_names_with_firm_and_origin() -> None:
    text = "".join(pages(badges(EVENT)))
    for person in by_last_name(EVENT.participants):
        firm = drawn(EVENT.organisation_of(person).name)
        assert drawn(person.name) + firm in text
        text = text.split(drawn(person.name), maxsplit=1)[1]


def test_languages_and_region_are_shown_in_both_languages() -> None:
    text = "".join(pages(badges(EVENT)))
    assert "NL·EN" in text
    assert "Flandre/Vlaanderen" in text


def test_cards_are_of_the_size_of_holders_and_fit_the_sheet() -> None:
    assert (WIDTH, HEIGHT) == (90 * MM, 55 * MM)
    assert COLUMNS * WIDTH <= 190 * MM
    assert ROWS * HEIGHT <= 277 * MM


def test_somebody_of_whom_only_a_name_is_known_has_a_badge() -> None:
    assert "AnnAnn" in pages(badges(factories.event(["Ann"])))[0]


def test_an_event_of_nobody_still_prints() -> None:
    assert len(pages(badges(factories.event([])))) == 1
