import pytest

from matchmaker.documents.blocks import block
from matchmaker.documents.inline import last_name_first, piled, run_in, with_firm
from matchmaker.documents.stacks import Stack, stack
from matchmaker.documents.style import BODY, QUIET, STRONG, Weight
from tests import factories


def lines(of: Stack) -> list[str]:
    return [line for piece in of.pieces for line in piece.block.lines]


def test_a_text_goes_on_beside_the_one_before() -> None:
    found = run_in(block("Ann", STRONG, 200), "Weverij", STRONG, 200)
    assert found.height == STRONG.leading
    assert found.pieces[1].block.indent > found.pieces[0].block.width


def test_a_text_that_has_no_room_beside_goes_on_below() -> None:
    found = run_in(block("Ann", STRONG, 60), "Weverij Leiezicht", STRONG, 60)
    assert found.height > STRONG.leading
    assert found.pieces[1].block.indent + found.pieces[1].block.width <= 2 * 60


@pytest.mark.parametrize(("first", "last"), [("", "Delannoy"), ("Claire", ""), ("Claire", "Maes")])
def test_a_name_begins_with_its_last_part(first: str, last: str) -> None:
    person = factories.person("p", first_name=first, last_name=last)
    found = last_name_first(person, 300)
    assert " ".join(each for each in lines(found) if each) == f"{last} {first}".strip()
    assert found.pieces[0].block.style.weight is Weight.SEMIBOLD


def test_without_a_firm_there_is_only_the_name() -> None:
    assert lines(with_firm("Ann", "", 200)) == ["Ann"]
    assert lines(with_firm("Ann", "Bobijn", 200)) == ["Ann", "Bobijn"]


def test_piled_stacks_stand_below_each_other() -> None:
    one, other = (stack([block(text, style, 200)]) for text, style in (("a", BODY), ("b", QUIET)))
    found = piled(one, Stack(), other)
    assert [piece.y for piece in found.pieces] == [0, BODY.leading]
    assert found.height == BODY.leading + QUIET.leading
