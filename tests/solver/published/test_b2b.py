import pytest

from matchmaker.errors import MatchmakerError
from solver.published.b2b import Request, UnreadableFileError, read
from tests.solver.published.files import TINY


def test_a_file_is_read_with_0_in_a_set_as_nothing() -> None:
    given = read(TINY)
    assert (given.people, given.slots, given.morning, given.tables) == (4, 4, 2, 1)
    assert given.requests == (Request(1, 2, 3, 0), Request(3, 1, 2, 0), Request(4, 1, 3, 0))
    assert given.forbidden == (frozenset(), frozenset({1}), frozenset({2, 3}), frozenset())
    assert given.earlier == (frozenset(), frozenset(), frozenset({1}))


def test_what_says_nothing_may_be_missing() -> None:
    given = read(TINY[: TINY.index("forbidden")])
    assert given.forbidden == (frozenset(),) * 4
    assert given.earlier == (frozenset(),) * 3
    assert [each.fixed for each in given.requests] == [0, 0, 0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nBusiness = 4;",
        TINY.replace("nMeetings = 3", "nMeetings = 4"),
        TINY.replace("{0,1}", "", 1),
    ],
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(UnreadableFileError) as error:
        read(text)
    assert isinstance(error.value, MatchmakerError)
