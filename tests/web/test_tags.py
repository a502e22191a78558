"""What is proposed to be ticked as an offer or a need."""

from hypothesis import given
from hypothesis import strategies as st

from matchmaker.people import Participant
from tests.factories import person
from web.registrations.tags import MOST_TAGS, tags_of

TERMS = st.lists(st.sampled_from(["Flax", "flax ", "wool", "dye", "felt"]), max_size=4)


def test_what_others_seek_comes_first_among_offers() -> None:
    people = [
        person("a", seeks=("wool", "dye"), offers=("flax",)),
        person("b", seeks=("wool", "flax"), offers=("dye",)),
        person("c", offers=("flax", "wool")),
    ]
    tags = tags_of(people)
    assert tags.offers == ("wool", "flax", "dye")
    assert tags.seeks == ("flax", "wool", "dye")


def test_what_one_person_alone_wrote_is_not_proposed() -> None:
    assert tags_of([person("a", seeks=("wool", "wool"), offers=("lace",))]).offers == ()


def crowd(language: str, *terms: str) -> list[Participant]:
    """Return two people of one first language who seek the same."""
    return [person(f"{language}{n}", languages=(language, "en"), seeks=terms) for n in (1, 2)]


def test_what_readers_of_ones_language_wrote_stands_alone_where_there_is_enough() -> None:
    dutch, french = ("vlas", "wol", "kant", "vilt"), ("lin", "laine")
    people = [*crowd("fr", *french), *crowd("nl", *dutch)]
    assert set(tags_of(people, "nl").offers) == set(dutch)


def test_where_there_is_too_little_of_it_the_others_follow() -> None:
    people = [*crowd("nl", "vlas", "wol", "kant", "vilt"), *crowd("fr", "lin", "laine")]
    assert tags_of(people, "fr").offers == ("laine", "lin", "kant", "vilt", "vlas", "wol")


def test_who_says_no_language_writes_for_everybody() -> None:
    people = [person(f"p{n}", seeks=("silk",)) for n in (1, 2)]
    assert tags_of([*crowd("fr", "lin"), *people], "nl").offers == ("silk", "lin")


@given(st.lists(st.tuples(TERMS, TERMS), max_size=6))
def test_tags_are_few_different_and_named_by_several(people: list[tuple[list[str], ...]]) -> None:
    named = [person(f"p{n}", offers=o, seeks=s) for n, (o, s) in enumerate(people)]
    for tags in (tags_of(named).offers, tags_of(named).seeks):
        plain = [each.strip().casefold() for each in tags]
        assert len(set(plain)) == len(plain) <= MOST_TAGS
        for each in plain:
            texts = [t.strip().casefold() for o, s in people for t in {*o, *s}]
            assert texts.count(each) >= 2
