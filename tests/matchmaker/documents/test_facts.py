import pytest

from matchmaker.documents.facts import cluster_of, tongues_of
from matchmaker.documents.marks import legend
from matchmaker.documents.voices import mute
from matchmaker.documents.wording import Paper
from tests import factories


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("textile", "Textile"),
        ("énergie", "Énergie"),
        ("agro_food", "Agro food"),
        ("agro-food", "Agro-food"),
        ("ijzer en staal", "IJzer en staal"),
        ("Textiel", "Textiel"),
        ("eHealth", "eHealth"),
        ("ICT", "ICT"),
        ("3d", "3d"),
        ("", ""),
    ],
)
def test_a_cluster_is_written_as_a_reader_would(key: str, written: str) -> None:
    assert cluster_of(factories.person("Ann", cluster=key)) == written


@pytest.mark.parametrize(
    ("languages", "understands", "written"),
    [
        (("fr", "nl"), ("en",), "FR · NL · (EN)"),
        (("fr",), ("fr", "nl"), "FR · (NL)"),
        (("fr",), (), "FR"),
        ((), ("nl",), ""),
    ],
)
def test_languages_known_a_little_stand_in_brackets(
    languages: tuple[str, ...], understands: tuple[str, ...], written: str
) -> None:
    who = factories.person("Ann", languages=languages, understands=understands)
    assert tongues_of(who) == written


def test_the_letters_of_all_regions_present_are_explained() -> None:
    regions = ["VLG", "FR", "", "Grand Est", "VLG"]
    people = [factories.person(f"p{n}", region=each) for n, each in enumerate(regions)]
    found = legend(factories.event(people), Paper(["fr", "nl"]))
    assert mute(found) == "F = France / Frankrijk · V = Flandre / Vlaanderen · G = Grand Est"


def test_without_regions_there_is_nothing_to_explain() -> None:
    assert legend(factories.event(["Ann"]), Paper(["fr"])) == ""
