from matchmaker.documents.chapters import bound
from matchmaker.documents.desk_signs import desk_signs
from matchmaker.event import Event
from matchmaker.people import Organisation
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.reading import chapters, drawn, outside, overlaps, pages, parts


def signs(event: Event) -> bytes:
    return bound(desk_signs(event, Timetable()))


def test_only_whoever_has_a_table_of_their_own_has_a_sign() -> None:
    people = [factories.person("Zoë", table="2"), factories.person("Bob"), factories.person("Ann")]
    people[2] = people[2].model_copy(update={"table": "1"})
    found = chapters(signs(factories.event(people)))
    assert list(found) == ["1 · Ann", "2 · Zoë"]


def test_a_sign_says_who_it_is_where_and_what_they_offer() -> None:
    person = factories.person(
        "Ann", table="2", region="VLG", languages=("nl", "en"), offers=("Steun", "Raad")
    )
    (text,) = pages(signs(factories.event([person])))
    for each in ("Ann", "Table/Tafel2", "Flandre/Vlaanderen", "Propose/Biedt", "Steun·Raad"):
        assert each in text
    assert "néerlandaisetanglais/NederlandsenEngels" in text


def test_the_firm_is_the_heading() -> None:
    content = signs(factories.event([factories.person("Ann", table="1", organisation="Pôle")]))
    assert [text for role, text in parts(content) if role == "H1"] == ["Pôle"]


def test_the_longest_texts_stay_inside() -> None:
    for unit in ("W", "Entreprises wallonnes ", "ΑλέξανδροςΏ"):
        person = factories.person(
            "a",
            first_name=(unit * 80)[:80],
            last_name=(unit * 80)[:80],
            cluster=(unit * 120)[:120],
            offers=((unit * 1000)[:1000],),
            table="2",
            region="WAL",
            languages=("fr", "nl", "en", "de", "es", "it", "pl"),
        )
        organisations = (Organisation(id="a", name=(unit * 120)[:120]),)
        content = signs(factories.event([person], organisations=organisations))
        assert outside(content) == overlaps(content) == []
        assert drawn(organisations[0].name) in pages(content)[0]


def test_without_desks_the_document_says_so() -> None:
    assert pages(signs(factories.event(["Ann"]))) == [
        "Personnen’adetablefixe./Niemandheefteenvastetafel."
    ]
