import csv
from datetime import datetime, time
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from matchmaker.cells import protected, unprotected
from matchmaker.certificate import Certificate, Status
from matchmaker.documents.folder import files
from matchmaker.documents.spreadsheets import attendances_csv, meetings_csv, workbook
from matchmaker.event import Event
from matchmaker.score import pair_values
from matchmaker.timetable import Timetable, agendas
from tests import factories
from tests.matchmaker.documents.sample import food_day, long_day, plan

EVENT = food_day(24)
TIMETABLE = plan(EVENT)
RISKY = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=x", "''x", "#REF!"]
KEYS = {"Id", "Slot", "Session", "E-mail"}
CERTIFICATE = Certificate(
    status=Status.FEASIBLE,
    value=10.0,
    bound=12.0,
    gap=1 / 6,
    bound_reason="capacity",
    participants=2,
    meetings=1,
    wishes_met=1,
    wishes_total=2,
    min_meetings=1,
    gini=0.0,
    idle_slots=0,
    table_moves=0,
    workshop_value=0,
    cross_border_share=0.5,
    baseline_value=9.0,
    seconds=0.1,
    seed=1,
    versions={},
)


def opened(language: str = "en", certificate: Certificate | None = None) -> Workbook:
    return load_workbook(BytesIO(workbook(EVENT, TIMETABLE, certificate, language)))


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8"))))


def test_the_workbook_has_a_sheet_for_everything() -> None:
    assert opened(certificate=CERTIFICATE).sheetnames == [
        "Meetings",
        "Agendas",
        "Participants",
        "Organisations",
        "Wishes",
        "Programme",
        "Tables",
        "Standby list",
        "Workshops",
        "Attendances",
        "Interpreters",
        "Certificate",
    ]


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_headings_are_fixed_filtered_and_all_different(language: str) -> None:
    for sheet in opened(language, CERTIFICATE):
        headings = [cell.value for cell in sheet[1]]
        assert all(headings)
        assert len(set(headings)) == len(headings)
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref


def test_meetings_have_typed_cells_in_order_of_time() -> None:
    found = list(opened()["Meetings"].iter_rows(min_row=2, values_only=True))
    assert len(found) == len(TIMETABLE.meetings)
    assert all(isinstance(row[0], datetime) for row in found)
    assert {row[0].time() for row in found} == {time()}
    assert {(row[-2], row[-1]) for row in found} == {m.participants for m in TIMETABLE.meetings}
    slots = [EVENT.slot_by_id[str(row[-3])] for row in found]
    assert [each.start for each in slots] == sorted(each.start for each in slots)
    times = [(each.start.date(), each.start, each.end) for each in slots]
    assert [(row[0].date(), row[1], row[2]) for row in found] == times


@pytest.mark.parametrize(
    ("languages", "title"), [(("fr", "nl"), "Rencontres"), (("nl",), "Gesprekken")]
)
def test_the_workbook_is_in_the_first_language_of_the_event(
    languages: tuple[str, ...], title: str
) -> None:
    event = factories.event(["A"], languages=languages)
    for content in (
        workbook(event, Timetable()),
        dict(files(event, Timetable()))["timetable.xlsx"],
    ):
        assert load_workbook(BytesIO(content)).sheetnames[0] == title


def test_days_have_no_time_so_that_they_can_be_counted() -> None:
    for sheet in opened():
        headings = [cell.value for cell in sheet[1]]
        if "Day" in headings:
            cells = [row[headings.index("Day")] for row in sheet.iter_rows(min_row=2)]
            days = {cell.value for cell in cells if cell.value is not None}
            assert days == {datetime(2027, 3, 18)}
            assert {cell.number_format for cell in cells if cell.value} == {"dd/mm/yyyy"}


def test_agendas_hold_each_meeting_twice_and_each_seat_once() -> None:
    sheet = opened()["Agendas"]
    seats = len(TIMETABLE.attendances) + sum(len(s.facilitators) for s in EVENT.sessions)
    assert sheet.max_row - 1 == 2 * len(TIMETABLE.meetings) + seats


def test_wishes_tell_whether_they_are_met() -> None:
    met = {meeting.pair for meeting in TIMETABLE.meetings}
    found = opened()["Wishes"].iter_rows(min_row=2, values_only=True)
    for wish, row in zip(EVENT.wishes, found, strict=True):
        assert (row[7] == "yes") == (frozenset((wish.wisher, wish.wished)) in met)


def test_no_cell_is_a_formula_or_a_link() -> None:
    people = [factories.person(f"P{n}", last_name=f"{text}") for n, text in enumerate(RISKY)]
    linked = factories.person("L", last_name="https://example.org", offers=("=1+1",))
    event = factories.event([*people, linked], name="=1+1")
    content = workbook(event, Timetable(), None, "en")
    cells = [c for sheet in load_workbook(BytesIO(content)) for row in sheet for c in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert "=1+1" in {cell.value for cell in cells}
    with ZipFile(BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name)]


def test_every_sheet_prints_on_landscape_a4_under_its_heading() -> None:
    for sheet in opened(certificate=CERTIFICATE):
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert EVENT.name["fr"] in sheet.oddHeader.left.text


def test_every_sheet_prints_all_but_what_is_for_programs() -> None:
    for sheet in opened(certificate=CERTIFICATE):
        headings = [str(cell.value) for cell in sheet[1]]
        printed = [str(cell.value) for cell in sheet[sheet.print_area.split("!")[1]][0]]
        left_out = headings[len(printed) :]
        assert headings == printed + left_out
        assert {each.removesuffix(" A").removesuffix(" B") for each in left_out} <= KEYS
        assert not KEYS & set(printed)
        rows = sheet.print_area.rpartition("$")[2]
        assert int(rows) == max(2, sheet.max_row)


@pytest.mark.parametrize("event", [food_day(), long_day()], ids=["usual", "long"])
@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_all_that_is_printed_can_be_read(event: Event, language: str) -> None:
    content = workbook(event, plan(event), CERTIFICATE, language)
    for sheet in load_workbook(BytesIO(content)):
        assert 11 * printed_scale(sheet) >= 7.4


def printed_scale(sheet: Any) -> float:
    """Return at which share of its size a spreadsheet program prints the sheet."""
    margins, printed = sheet.page_margins, sheet[sheet.print_area.split("!")[1]][0]
    if not sheet.sheet_properties.pageSetUpPr.fitToPage:
        return float(sheet.page_setup.scale) / 100
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    widths = (each.width for each in _dimensions(sheet)[: len(printed)])
    across = sum(each * 7 * 0.75 for each in widths)
    share: float = (842 - 72 * (margins.left + margins.right)) / across
    return min(1.0, share)


def _dimensions(sheet: Any) -> list[Any]:
    """Return the dimension of each column: one holds for several where these are as wide."""
    found = sheet.column_dimensions.values()
    return [each for each in found for _ in range(each.min, each.max + 1)]


def test_tables_of_many_slots_take_pages_side_by_side_that_each_name_the_tables() -> None:
    event = long_day()
    sheet = load_workbook(BytesIO(workbook(event, plan(event), None, "en")))["Tables"]
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.scale, sheet.page_setup.pageOrder) == (75, "overThenDown")
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")


def test_names_wrap_where_they_are_longer_than_their_column() -> None:
    event = factories.event([factories.person("A", last_name="=1+1 " + "a " * 30 + "b")])
    sheet = load_workbook(BytesIO(workbook(event, Timetable(), language="en")))["Participants"]
    assert sheet["B2"].alignment.wrap_text
    assert sheet["B2"].quotePrefix


def test_ampersands_above_a_page_are_no_commands() -> None:
    event = factories.event(["A"], name="Fish & Chips &D &Z" + "&" * 150)
    sheet = load_workbook(BytesIO(workbook(event, Timetable(), language="en")))["Meetings"]
    assert sheet.oddHeader.left.text.startswith("Fish && Chips &&D &&Z&&")


def test_shares_are_percentages() -> None:
    cells = {row[0].value: row[1] for row in opened(certificate=CERTIFICATE)["Certificate"]}
    assert cells["Gap to the bound"].number_format == "0.0%"
    assert cells["Gap to the bound"].value == pytest.approx(1 / 6)
    assert cells["Meetings"].value == 1
    shown = {name: cells[name].number_format for name in ("Meetings", "Seed", "Proven upper bound")}
    assert shown == {"Meetings": "0", "Seed": "0", "Proven upper bound": "#,##0"}


def test_the_programme_counts_what_goes_on_in_each_slot() -> None:
    for slot, row in zip(EVENT.slots, _rows("Programme"), strict=True):
        meetings = [each for each in TIMETABLE.meetings if each.slot == slot.id]
        helped = {each.interpreter for each in meetings} - {None}
        helped |= {one for s in EVENT.sessions if slot.id in s.slots for one in s.interpreters}
        sessions = [each for each in EVENT.sessions if slot.id in each.slots]
        free = len(EVENT.tables) - len(meetings)
        assert row[3:7] == (len(meetings), free, len(sessions), len(helped))


def test_the_tables_show_each_meeting_in_its_slot() -> None:
    found = {
        (row[0], slot.id): cell
        for row in _rows("Tables")
        for slot, cell in zip(EVENT.slots, row[2:], strict=True)
        if cell is not None
    }
    assert len(found) == len(TIMETABLE.meetings)
    for each in TIMETABLE.meetings:
        one, other = (EVENT.participant_by_id[name].name for name in each.participants)
        assert found[int(each.table), each.slot] == f"{one} – {other}"


def test_the_standby_list_holds_whoever_is_free() -> None:
    free = {(row[-1], str(row[-2])) for row in _rows("Standby list")}
    views = agendas(EVENT, TIMETABLE)
    assert free == {
        (name, slot.id)
        for name, view in views.items()
        for slot in EVENT.slots
        if not view.is_engaged(slot) and slot.id not in view.participant.unavailable
    }


def test_organisations_count_their_meetings_once() -> None:
    event = factories.event(
        [
            factories.person("A", organisation="f", region="FR"),
            factories.person("B", organisation="f", region="FR"),
            factories.person("C", organisation="g", region="VLG"),
        ]
    )
    timetable = Timetable(meetings=(factories.meeting("A", "B"), factories.meeting("A", "C", "2")))
    sheet = load_workbook(BytesIO(workbook(event, timetable, language="en")))["Organisations"]
    assert list(sheet.iter_rows(min_row=2, values_only=True)) == [
        ("f", 2, 2, 1, "f"),
        ("g", 1, 1, 1, "g"),
    ]


def _rows(sheet: str) -> list[tuple[Any, ...]]:
    return list(opened()[sheet].iter_rows(min_row=2, values_only=True))


def test_control_characters_do_not_break_the_workbook() -> None:
    event = factories.event([factories.person("A", last_name="a\x00\x0b\ufffeb")])
    sheet = load_workbook(BytesIO(workbook(event, Timetable(), language="en")))["Participants"]
    assert sheet["B2"].value == "a b"


def test_meetings_csv_keeps_its_contract() -> None:
    head, *found = rows(meetings_csv(EVENT, TIMETABLE))
    assert head == [
        "slot",
        "table",
        "participant_a",
        "participant_b",
        "interpreter",
        "value",
        "guest",
    ]
    values = pair_values(EVENT)
    expected = {
        (m.slot, m.table, *m.participants, m.interpreter or "", values[m.pair], "")
        for m in TIMETABLE.meetings
    }
    assert {(*row[:5], float(row[5]), row[6]) for row in found} == expected
    assert len(found) == len(expected)


def test_attendances_csv_keeps_its_contract() -> None:
    head, *found = rows(attendances_csv(EVENT, TIMETABLE))
    assert head == ["participant", "session"]
    assert sorted(map(tuple, found)) == sorted(
        (each.participant, each.session) for each in TIMETABLE.attendances
    )


def test_meetings_csv_says_who_joins() -> None:
    event, timetable = factories.trio()
    _, met = rows(meetings_csv(event, timetable))
    assert met == ["1", "1", "Ann", "Bob", "", "0", "Cid"]


def test_fractions_of_a_value_are_kept() -> None:
    event = factories.event(
        [factories.person("A", region="FR"), factories.person("B", region="VLG")],
        wishes=(factories.wish("A", "B"),),
        objective={"cross_border_bonus": 0.123},
    )
    content = meetings_csv(event, Timetable(meetings=(factories.meeting("A", "B"),)))
    assert float(rows(content)[1][5]) == pytest.approx(10 * 1.123)


@given(st.text() | st.sampled_from(RISKY) | st.text("'=+-@ab"))
def test_what_is_protected_reads_back(text: str) -> None:
    assert unprotected(protected(text)) == text


@given(st.text("'=+-@\t\r\nab"))
def test_what_is_protected_is_no_formula(text: str) -> None:
    assert not protected(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_the_third_at_a_meeting_stands_on_its_sheets() -> None:
    event, timetable = factories.trio()
    book = load_workbook(BytesIO(workbook(event, timetable, language="en")))
    header, met = book["Meetings"].iter_rows(values_only=True)
    assert dict(zip(header, met, strict=True))["Third person"] == "Cid"
    agenda = [row for row in book["Agendas"].iter_rows(values_only=True) if "Trio" in row]
    assert [row[0] for row in agenda] == ["Cid"]
    assert "Ann – Bob" in agenda[0]
    tables = list(book["Tables"].iter_rows(min_row=2, values_only=True))
    assert [row[2] for row in tables] == ["Ann – Bob – Cid", None]
    waiting = book["Standby list"].iter_rows(min_row=2, values_only=True)
    assert sorted(str(row[-2]) for row in waiting) == ["2", "2", "2", "3", "3", "3"]
