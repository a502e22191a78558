from pathlib import Path

from matchmaker.event import Event
from tests.matchmaker.registrations.files import EVENT, found, read

HEADER = "id,last_name,organisation,region,languages\n"
NO_WISHES = "from,to,rank\n"
LISTED = (
    '[[organisations]]\nid = "o1"\nname = "Acme"\n[[organisations]]\nid = "o2"\nname = "Bolt"\n'
)


def event(path: Path, people: str, toml: str = EVENT) -> Event:
    made = read(path, event=toml, participants=HEADER + people, wishes=NO_WISHES).event
    assert made is not None
    return made


def test_each_name_is_an_organisation(tmp_path: Path) -> None:
    made = event(tmp_path, "a,Ann,Acme,FR,fr\nb,Ben,Bolt,FR,fr\nc,Cas,Acme,FR,fr\n")
    assert [(each.id, each.name) for each in made.organisations] == [
        ("Acme", "Acme"),
        ("Bolt", "Bolt"),
    ]


def test_case_accents_and_spaces_make_no_other_organisation(tmp_path: Path) -> None:
    made = event(tmp_path, "a,Ann,Écluse  SA,FR,fr\nb,Ben,ecluse sa,FR,fr\n")
    assert [each.organisation for each in made.participants] == ["Écluse  SA", "Écluse  SA"]


def test_a_misspelt_name_stays_apart(tmp_path: Path) -> None:
    made = event(tmp_path, "a,Ann,Weverij,FR,fr\nb,Ben,Weverei,FR,fr\n")
    assert len(made.organisations) == 2


def test_organisations_may_be_listed(tmp_path: Path) -> None:
    made = event(tmp_path, "a,Ann,acme,FR,fr\nb,Ben,o2,FR,fr\nc,Cas,New,FR,fr\n", EVENT + LISTED)
    assert [(each.id, each.name) for each in made.organisations] == [
        ("o1", "Acme"),
        ("o2", "Bolt"),
        ("New", "New"),
    ]
    assert [each.organisation for each in made.participants] == ["o1", "o2", "New"]


def test_a_merged_name_is_said_with_both_spellings(tmp_path: Path) -> None:
    people = f"{HEADER}a,Ann,Acme,FR,fr\nb,Ben,ACMÉ,FR,fr\n"
    registrations = read(tmp_path, participants=people, wishes=NO_WISHES)
    assert found(registrations) == [("participants.csv", 3, "organisation", "merged-organisation")]
    assert str(registrations.problems[0].what) == (
        "ACMÉ is taken to be the same organisation as Acme."
    )
