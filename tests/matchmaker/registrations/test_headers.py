from pathlib import Path

import pytest

from matchmaker.registrations.contract import TABLES
from matchmaker.registrations.headers import SHEETS, WORDS, key_of, table_of_sheet
from matchmaker.registrations.mapping import NO_MAPPING, ColumnMapping
from matchmaker.registrations.reader import read_event
from matchmaker.registrations.wish_columns import wish_columns
from tests.matchmaker.registrations.files import EVENT, folder, found, read


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Prénom", "first_name"),
        ("VOORNAAM", "first_name"),
        ("First name", "first_name"),
        ("Nom", "last_name"),
        ("Naam", "last_name"),
        ("Achternaam", "last_name"),
        ("Nom complet", "name"),
        ("E-mail *", "email"),
        ("Adresse e-mail", "email"),
        ("Société", "organisation"),
        ("Bedrijf", "organisation"),
        ("Organisatie", "organisation"),
        ("Langues (fr, nl)", "languages"),
        ("Talen", "languages"),
        ("Langues (un peu)", "understands"),
        ("Talen (een beetje)", "understands"),
        ("Begrijpt", "understands"),
        ("Région / Regio", "region"),
        ("Aanbod", "offers"),
        ("Recherche", "seeks"),
        ("Zoekt", "seeks"),
        ("Niet beschikbaar", "unavailable"),
        ("Atelier(s)", "workshops"),
        ("Tafel", "table"),
        ("min_meetings", "min_meetings"),
        ("Accepte les suggestions", "suggestions"),
        ("Open voor suggesties", "suggestions"),
        ("Suggested meetings?", "suggestions"),
        ("Mobilité réduite", "stays"),
        ("Beperkte mobiliteit", "stays"),
        ("Wheelchair", "stays"),
        ("Nom / Prénom", "name"),
        ("Nom / Société", None),
        ("Remarques", None),
    ],
)
def test_headers_of_participants(header: str, field: str | None) -> None:
    assert key_of("participants", header, NO_MAPPING) == field


@pytest.mark.parametrize("header", ["title_fr", "Titre FR", "Titre (fr)", "Titel_Frans"])
def test_a_text_may_have_a_column_for_each_language(header: str) -> None:
    assert key_of("workshops", header, NO_MAPPING) == "title_fr"


def test_sheets_may_be_named_in_three_languages() -> None:
    names = ("Participants", "DEELNEMERS", "Créneaux", "tijdvakken", "Déjà rencontrés", "Feuil1")
    assert [table_of_sheet(each) for each in names] == [
        "participants", "participants", "slots", "slots", "already_met", None
    ]  # fmt: skip
    locks = ("Rencontres verrouillées", "vastgelegde gesprekken", "Séances verrouillées")
    assert [table_of_sheet(each) for each in locks] == [
        "locked_meetings", "locked_meetings", "locked_attendances"
    ]  # fmt: skip


def test_every_word_belongs_to_a_field() -> None:
    assert set(SHEETS) == set(TABLES)
    fields = {
        table: {*(each.name for each in TABLES[table]), *wish_columns(table)} for table in WORDS
    }
    assert [table for table in WORDS if set(WORDS[table]) - fields[table]] == []


def test_no_word_of_a_table_means_two_fields() -> None:
    for words in WORDS.values():
        said = [word for each in words.values() for word in set(each.split("|"))]
        assert sorted(said) == sorted(set(said))


def test_the_mapping_goes_before_the_words() -> None:
    mapping = ColumnMapping(columns={"participants": {"Votre société": "organisation", "Nom": ""}})
    assert key_of("participants", "votre  SOCIÉTÉ", mapping) == "organisation"
    assert key_of("participants", "Nom", mapping) == ""


def test_event_toml_may_name_the_columns(tmp_path: Path) -> None:
    people = "Badge;Wie;Waar;Streek;Spreekt;Opmerking\na;Ann;Acme;FR;fr;-\n"
    columns = (
        '[columns.participants]\nBadge = "id"\nWie = "name"\n"Waar" = "organisation"\n'
        'Streek = "region"\nSpreekt = "languages"\nOpmerking = ""\n'
    )
    registrations = read(tmp_path, event=EVENT + columns, participants=people, wishes="de,à,rang\n")
    assert found(registrations) == []
    assert registrations.event is not None
    assert registrations.event.participants[0].name == "Ann"


def test_what_is_given_goes_before_event_toml(tmp_path: Path) -> None:
    people = "id,Wie,Waar,region,languages\na,Ann,Acme,FR,fr\n"
    columns = '[columns.participants]\nWie = "cluster"\nWaar = "organisation"\n'
    path = folder(tmp_path, event=EVENT + columns, participants=people, wishes="de,à,rang\n")
    given = ColumnMapping(columns={"participants": {"Wie": "name"}})
    event = read_event(path, given).event
    assert event is not None
    assert event.participants[0].name == "Ann"
