"""What is proposed to be ticked as an offer or a need."""

from hypothesis import given
from hypothesis import strategies as st

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


@given(st.lists(st.tuples(TERMS, TERMS), max_size=6))
def test_tags_are_few_different_and_named_by_several(people: list[tuple[list[str], ...]]) -> None:
    named = [person(f"p{n}", offers=o, seeks=s) for n, (o, s) in enumerate(people)]
    for tags in (tags_of(named).offers, tags_of(named).seeks):
        plain = [each.strip().casefold() for each in tags]
        assert len(set(plain)) == len(plain) <= MOST_TAGS
        for each in plain:
            texts = [t.strip().casefold() for o, s in people for t in {*o, *s}]
            assert texts.count(each) >= 2
