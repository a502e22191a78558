"""Ids that are not there: what one may write instead."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from matchmaker.registrations.references import MOST_NAMED
from tests.matchmaker.registrations.files import EVENT, found, read, with_row


def remedy(folder: Path, ids: Sequence[str]) -> str:
    """Return what is said to somebody who wants a workshop that is none of `ids`."""
    themes = "".join(f'[[workshops]]\nid = "{each}"\ntitle = "{each}"\n' for each in ids)
    problems = read(folder, event=EVENT + themes, participants=with_row("zoe,Z,Z,FR,fr,,,,,,,qqq"))
    [only] = [each for each in problems.problems if each.code == "unknown-workshop"]
    return str(only.remedy)


def test_few_ids_are_all_named(tmp_path: Path) -> None:
    assert remedy(tmp_path, ["w1", "w2", "w3"]) == "Use one of: w1, w2, w3."


def test_of_many_ids_the_first_are_named_and_the_others_counted(tmp_path: Path) -> None:
    ids = [f"w{number}" for number in range(MOST_NAMED + 5)]
    named = ", ".join(ids[:MOST_NAMED])
    assert remedy(tmp_path, ids) == f"Use one of: {named} and 5 more."


def test_no_id_is_named_in_part(tmp_path: Path) -> None:
    ids = [f"a-long-name-of-a-workshop-{number:02}" for number in range(20)]
    said = remedy(tmp_path, ids)
    assert said == f"Use one of: {ids[0]}, {ids[1]} and 18 more."


THEMES = """
[[workshops]]
id = "w1"
title_fr = "Matériaux, fibres"
title_nl = "Materialen"

[[workshops]]
id = "w2"
title = "Design"

[[workshops]]
id = "w3"
title = "Design"
"""


@pytest.mark.parametrize("text", ["W1", "Materialen", '"materiaux, fibres"'])
def test_a_workshop_is_meant_by_its_title(text: str, tmp_path: Path) -> None:
    people = with_row(f"zoe,Z,Z,FR,fr,,,,,,,{text}")
    event = read(tmp_path, event=EVENT + THEMES, participants=people).event
    assert event is not None
    assert set(event.participants[-1].workshops) == {"w1"}


def test_a_title_of_two_workshops_means_neither(tmp_path: Path) -> None:
    people = with_row("zoe,Z,Z,FR,fr,,,,,,,Design")
    registrations = read(tmp_path, event=EVENT + THEMES, participants=people)
    assert [code for *_, code in found(registrations)] == ["unknown-workshop"]


def test_a_misspelt_title_is_suggested(tmp_path: Path) -> None:
    people = with_row("zoe,Z,Z,FR,fr,,,,,,,Materialn")
    problems = read(tmp_path, event=EVENT + THEMES, participants=people).problems
    assert [str(each.remedy) for each in problems] == ["Did you mean Materialen?"]


def test_people_who_met_are_meant_by_their_names(tmp_path: Path) -> None:
    met = "participant_a,participant_b\nArnaut Ann,BEN BOONE\n"
    event = read(tmp_path, already_met_csv=met, wishes="from,to,rank\n").event
    assert event is not None
    assert event.already_met[0].model_dump() == {"participant_a": "ann", "participant_b": "ben"}
