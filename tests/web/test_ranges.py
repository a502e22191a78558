import pytest

from matchmaker.resources import SLOTS, TABLES, Kind, Resource
from tests import factories
from tests.factories import person
from web.commands.ranges import MOST_CASES, Reading, Wanted

PEOPLE = [person("a", languages=("fr",)), person("b", languages=("nl", "en"), table="2")]
EVENT = factories.event(PEOPLE)


def read(tables: str | None = None, slots: str | None = None, *interpreters: str) -> Reading:
    return Reading(EVENT, tables, slots, interpreters)


def faults(*options: str | None) -> list[str]:
    reading = read(*options)  # type: ignore[arg-type]
    return [str(each) for each in reading.faults]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("4", (4,)),
        ("2..5", (2, 3, 4, 5)),
        ("2..9:3", (2, 5, 8)),
        (" 3..3 ", (3,)),
        (f"1..{MOST_CASES}", tuple(range(1, MOST_CASES + 1))),
        ("1..1000:500", (1, 501)),
    ],
)
def test_numbers_and_ranges_are_read(text: str, numbers: tuple[int, ...]) -> None:
    assert read(text).wanted == [Wanted(TABLES, numbers)]


def test_each_option_names_a_resource() -> None:
    wanted = read("3", "2", "fr-nl:0..1", "EN-fr:2").wanted
    pairs = [Resource(Kind.INTERPRETERS, each) for each in (("fr", "nl"), ("en", "fr"))]
    assert [each.resource for each in wanted] == [TABLES, *pairs, SLOTS]
    assert [each.numbers for each in wanted] == [(3,), (0, 1), (2,), (2,)]


@pytest.mark.parametrize("text", ["", "x", "1..", "..3", "1..3..5", "-1", "1.5", "1..3:", "٣"])
def test_what_is_no_range_is_refused(text: str) -> None:
    assert faults(text) == [f"--tables {text}: write a range such as 14..24, 14..24:2 or 18."]


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (("5..3",), "--tables 5..3: the range ends before it begins."),
        (("1..3:0",), "--tables 1..3:0: the step is 1 at least."),
        (("0..3",), "--tables 0..3: 1 tables are fixed or locked, and cannot be dropped."),
        ((None, "0"), "--slots 0: there is 1 slot at least."),
        (
            ("1..200",),
            "--tables 1..200: these are more than 60 cases; take larger steps, such as 1..200:4.",
        ),
        (
            (None, None, "fr:0..4"),
            "--interpreters fr:0..4: write a pair of languages such as fr-nl:0..4.",
        ),
        ((None, None, "fr-fr:1"), "--interpreters fr-fr:1: name two different languages."),
        ((None, None, "fr-de:1"), "--interpreters fr-de:1: no participant speaks de."),
        (
            (None, None, "fr-nl:1", "nl-fr:2"),
            "--interpreters nl-fr:2: these two languages were named before.",
        ),
        ((), "Say what to vary: --tables, --interpreters or --slots."),
    ],
)
def test_faults_are_told_with_their_remedy(options: tuple[str | None, ...], fault: str) -> None:
    assert faults(*options) == [fault]


def test_all_faults_are_told_at_once() -> None:
    told = faults("0..x", "9..2", "fr-de:3..1", "fr")
    assert [each.split(":")[0] for each in told] == [
        "--tables 0..x",
        "--interpreters fr-de",
        "--interpreters fr",
        "--slots 9..2",
    ]
