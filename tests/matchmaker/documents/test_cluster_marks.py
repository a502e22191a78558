from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.cluster_marks import GROUNDS, SHAPES, cluster_legend, cluster_marks
from matchmaker.documents.contrast import contrast
from matchmaker.documents.style import Colour
from tests import factories


def test_a_cluster_is_known_by_its_first_letters_a_shape_and_a_ground() -> None:
    event = factories.event(
        [factories.person(f"p{n}", cluster=each) for n, each in enumerate(("textile", "", "agro"))]
    )
    found = cluster_marks(event)
    assert {name: each.letters for name, each in found.items()} == {"agro": "AG", "textile": "TE"}
    assert len({each.corners for each in found.values()}) == 2
    assert len({each.ground for each in found.values()}) == 2
    assert cluster_legend(event) == "AG = Agro · TE = Textile"


@given(st.lists(st.text(min_size=1, max_size=6).map(str.strip).filter(bool), max_size=40))
def test_no_two_clusters_have_the_same_letters(clusters: list[str]) -> None:
    event = factories.event(
        [factories.person(f"p{n}", cluster=each) for n, each in enumerate(clusters)]
    )
    found = cluster_marks(event)
    assert found.keys() == {each.cluster for each in event.participants}
    assert len({each.letters for each in found.values()}) == len(found)
    assert all(len(each.letters) >= 2 for each in found.values())


def test_a_small_cluster_that_is_new_leaves_the_marks_of_larger_ones() -> None:
    people = [factories.person(f"p{n}", cluster="agroalimentaire") for n in range(3)]
    before = cluster_marks(factories.event(people))
    after = cluster_marks(factories.event([*people, factories.person("new", cluster="agence")]))
    assert after["agroalimentaire"] == before["agroalimentaire"]
    assert after["agence"].letters == "AE"


def test_shapes_and_grounds_differ_and_letters_stand_out() -> None:
    assert len(set(SHAPES)) == len(set(GROUNDS)) == len(SHAPES)
    assert all(contrast(Colour.INK, each) >= 7 for each in GROUNDS)
