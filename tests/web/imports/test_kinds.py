"""Problems of one kind in one column are told on one card, with all their rows."""

from flask.testing import FlaskClient

from matchmaker.errors import Problem, Severity
from matchmaker.messages import message
from tests.web.browsing import ENGLISH, text_of
from tests.web.imports.test_steps import waiting
from web.imports.kinds import AT_ONCE, MOST_ROWS, kinds


def problem(row: int | None, who: str, column: str = "to", remedy: str = "Fill it in.") -> Problem:
    what = message("There is no participant {id}.", id=who)
    code = "unknown-participant"
    return Problem(Severity.ERROR, code, what, message(remedy), "souhaits.csv", row, column)


def test_the_same_kind_in_the_same_column_is_one() -> None:
    found = kinds(
        [problem(2, "x"), problem(2, "x", "from"), problem(3, "x"), problem(None, "x", "")]
    )
    assert [(each.first.column, each.listed) for each in found] == [
        ("to", "2, 3"),
        ("from", "2"),
        ("", ""),
    ]


def test_a_kind_knows_whether_all_say_the_same() -> None:
    [same] = kinds([problem(2, "x"), problem(3, "x")])
    [others] = kinds([problem(2, "x"), problem(3, "y")])
    [remedies] = kinds([problem(2, "x"), problem(3, "x", remedy="Did you mean y?")])
    assert [each.is_same for each in (same, others, remedies)] == [True, False, False]
    assert [each.has_one_remedy for each in (same, others, remedies)] == [True, True, False]


def test_of_many_rows_the_first_are_named() -> None:
    [many] = kinds(problem(row, "x") for row in range(MOST_ROWS + 5))
    assert many.listed.endswith(f", {MOST_ROWS - 1} …")
    assert (len(many.shown), len(many.more)) == (AT_ONCE, MOST_ROWS + 5 - AT_ONCE)


def test_the_preview_shows_one_card_for_many_unknown_names(organiser: FlaskClient) -> None:
    rows = "".join(f"anna;Zz {number} Qq;1\n" for number in range(1, 31))
    page = organiser.get(waiting(organiser, f"de;à;rang\n{rows}", "souhaits.csv"), headers=ENGLISH)
    assert page.text.count('<article class="finding">') == 1
    text = text_of(page)
    assert "30 errors must be mended first." in text
    assert "souhaits.csv 30 rows column à" in text
    assert "row 2 There is no participant Zz 1 Qq." in text
    assert "and 18 more row 14 There is no participant Zz 13 Qq." in text
    assert "row 31 There is no participant Zz 30 Qq." in text
    assert text.count("separate several by semicolons") == 1


def test_what_is_the_same_in_several_rows_is_said_once(organiser: FlaskClient) -> None:
    people = "id;nom;organisation;langues\na;A;Mill;fr\nb;;Mill;fr\nc;;Mill;fr\n"
    text = text_of(organiser.get(waiting(organiser, people, "participants.csv"), headers=ENGLISH))
    assert "participants.csv rows 3, 4 column nom" in text
    assert text.count("Fill it in.") == 1
