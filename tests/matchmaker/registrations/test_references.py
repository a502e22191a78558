"""Ids that are not there: what one may write instead."""

from collections.abc import Sequence
from pathlib import Path

from matchmaker.registrations.references import MOST_NAMED
from tests.matchmaker.registrations.files import EVENT, read, with_row


def remedy(folder: Path, ids: Sequence[str]) -> str:
    """Return what is said to somebody who wants a workshop that is none of `ids`."""
    themes = "".join(f'[[workshops]]\nid = "{each}"\ntitle = "{each}"\n' for each in ids)
    problems = read(folder, event=EVENT + themes, participants=with_row("zoe,Z,Z,FR,fr,,,,,,,qqq"))
    [found] = [each for each in problems.problems if each.code == "unknown-workshop"]
    return str(found.remedy)


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
