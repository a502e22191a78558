from collections.abc import Sequence

from matchmaker.documents.badge_days import Day, Row
from matchmaker.documents.badge_fitting import Layout, Panel, fitted_days
from matchmaker.documents.style import MM

LABEL = Panel(80 * MM, 43 * MM)
"""What the days have of a label of 90 × 60 mm."""
LONG = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswess"


def row(time: str, text: str) -> Row:
    return Row(time, "12", text, text)


def names(count: int, name: str = "Vandenberghe") -> tuple[Row, ...]:
    """Return meetings with people of such names, a quarter of an hour apart."""
    times = (f"{9 + number // 4:02}:{number % 4 * 15:02}" for number in range(count))
    return tuple(row(each, f"{name} {number}") for number, each in enumerate(times))


def laid_out(*days: Sequence[Row], panel: Panel = LABEL) -> Layout:
    named = [Day(f"day {n}" if len(days) > 1 else "", tuple(each)) for n, each in enumerate(days)]
    return fitted_days(named, panel, lambda number: f"{number} more")


def size(layout: Layout) -> float:
    return layout.lines[0].text.style.size


def texts(layout: Layout) -> list[str]:
    return ["".join(each.text.lines) for each in layout.lines]


def test_a_word_too_long_for_any_size_leaves_the_others_large_and_whole() -> None:
    found = laid_out([*names(3), row("11:00", LONG)])
    assert (size(found), len(found.columns)) == (12, 1)
    assert texts(found)[-1] == LONG


def test_names_wrap_in_one_column_before_there_are_two() -> None:
    found = laid_out(names(4, "Marie-Christine van den Broeck-Vandekerckhove"))
    assert len(found.columns) == 1
    assert found.is_whole


def test_rows_stand_in_two_columns_where_one_does_not_hold_them() -> None:
    found = laid_out(names(16))
    assert len(found.columns) == 2
    assert found.is_whole


def test_names_are_set_smaller_before_they_are_cut() -> None:
    found = laid_out([*names(22), *names(2, LONG)])
    assert size(found) < 9
    assert "…" not in "".join(texts(found))


def test_every_row_of_every_day_is_set() -> None:
    found = laid_out(names(6), names(7, "Desmet"), names(2))
    assert len(found.lines) == 15


def test_what_is_missing_is_counted_without_the_names_of_days() -> None:
    found = laid_out(names(40), names(40))
    shown = texts(found)
    assert shown[-1] == f"{81 - len(shown)} more"


TITLE = "Accompagner les petites et moyennes entreprises transfrontalières " * 3


def session(room: str, title: str = TITLE) -> Row:
    return Row("12:00", "", f"{room} · {title}", room)


def test_a_title_is_cut_where_the_back_is_full_and_its_room_and_names_are_not() -> None:
    found = texts(laid_out([session("Atelier 4"), *names(20)]))
    assert found[0].startswith("Atelier 4")
    assert found[0].endswith("…")
    assert not any("…" in each for each in found[1:])


def test_the_longest_room_is_whole_however_full_the_back_is() -> None:
    room = "Zolder op de eerste verdieping, kant binnenplaats"
    found = laid_out([session(room), *names(19)])
    assert room in " ".join(found.lines[0].text.lines)


def test_no_line_is_free_where_a_title_is_cut() -> None:
    found = laid_out([session("Atelier 4", TITLE * 3), *names(5)])
    free = LABEL.height - max(sum(day.height for day in each) for each in found.columns)
    assert texts(found)[0].endswith("…")
    assert 0 <= free < found.lines[0].text.style.leading


def test_a_session_begins_where_the_tables_stand() -> None:
    found = laid_out([session("Atelier 4", "Vendre"), *names(2)])
    assert found.start(found.lines[0]) == found.indent
    assert found.start(found.lines[1]) == found.indent + found.aside


def test_whatever_is_said_and_wherever_it_is_it_stays_on_the_back() -> None:
    endless = Row("09:00", "T" * 200, "W" * 900, "W" * 900)
    for days in ([endless], [session("W" * 900)], [endless, *names(60)]):
        found = laid_out(days)
        assert texts(found)[0][0] == "W"
        for column in found.columns:
            assert 0 < sum(each.height for each in column) <= LABEL.height
