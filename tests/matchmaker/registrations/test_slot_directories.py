"""Absences as people write them: ids, words for a slot, and times of day."""

from pathlib import Path

import pytest

from matchmaker.registrations.reader import Registrations
from tests.matchmaker.registrations.files import EVENT, found, read, with_row

P = "participants.csv"
THIRD = '[[slots]]\nid = "3"\nstart = 2027-03-18T14:00:00\nend = 2027-03-18T14:12:00\n'
NEXT_DAY = THIRD.replace("03-18", "03-19")


def away(path: Path, *texts: str, third: str = THIRD) -> Registrations:
    rows = [f'p{n},{n * "P"},O{n},FR,fr,,,"{each}"' for n, each in enumerate(texts, 1)]
    return read(path, event=EVENT + third, participants=with_row("\n".join(rows)))


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("slot 1", "1"),
        ("Tijdvak 3", "3"),
        ("créneau n° 2", "2"),
        ("slots 1 et 3", "13"),
        ("1 en 3", "13"),
        ("tijdvakken 1, 3", "13"),
        ("13u30-13u42", "1"),
        ("13:30–14:00", "12"),
        ("vanaf 13u45", "23"),
        ("avant 13h45", "1"),
        ("14:05", "3"),
        ("13h30 et 14h", "13"),
        ("slot 1, vanaf 14u", "13"),
        ("tot 13u35 | 3", "13"),
    ],
)
def test_slots_are_named_by_words_and_times(text: str, slots: str, tmp_path: Path) -> None:
    event = away(tmp_path, text).event
    assert event is not None
    assert event.participants[-1].unavailable == set(slots)


def test_the_slots_there_are_come_with_their_times(tmp_path: Path) -> None:
    [only] = away(tmp_path, "dans la soirée").problems
    assert str(only.what) == "There is no slot dans la soirée."
    assert str(only.remedy) == ("Use one of: 1 (13:30–13:42), 2 (13:45–13:57), 3 (14:00–14:12).")


def test_times_mean_nothing_on_two_days(tmp_path: Path) -> None:
    [only] = away(tmp_path, "vanaf 13u45", third=NEXT_DAY).problems
    assert str(only.remedy) == (
        "Use one of: 1 (18/03 13:30–13:42), 2 (18/03 13:45–13:57), 3 (19/03 14:00–14:12)."
    )


def test_the_same_unknown_slot_is_told_once_with_its_rows(tmp_path: Path) -> None:
    registrations = away(tmp_path, "soir", "9", "soir", "soir")
    assert found(registrations) == [
        (P, 5, "unavailable", "unknown-slot"),
        (P, 6, "unavailable", "unknown-slot"),
    ]
    first, second = registrations.problems
    assert str(first.what) == "There is no slot soir; it stands in 3 rows: 5, 7, 8."
    assert str(second.what) == "There is no slot 9."


def test_of_many_rows_the_first_are_told(tmp_path: Path) -> None:
    [only] = away(tmp_path, *["soir"] * 10).problems
    assert str(only.what) == (
        "There is no slot soir; it stands in 10 rows: 5, 6, 7, 8, 9, 10, 11, 12, …."
    )


def test_a_lock_may_name_the_time_of_its_slot(tmp_path: Path) -> None:
    locks = "participant_a,participant_b,slot\nann,cas,13u45\n"
    event = read(tmp_path, locked_meetings_csv=locks).event
    assert event is not None
    assert [each.slot for each in event.locked_meetings] == ["2"]
