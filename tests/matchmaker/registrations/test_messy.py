"""The doctor's whole report on registrations as organisers really send them."""

from pathlib import Path

from matchmaker.locales.catalogue import translator
from matchmaker.registrations.reader import read_event
from tests.matchmaker.registrations.files import found
from tests.matchmaker.registrations.messy import FOLDER, write

T, P, W = "event.toml", "participants.csv", "wishes.xlsx"
TO = "Souhaite rencontrer"

REPORT = [
    (T, 18, "start", "slots-overlap"),
    (T, 35, "facilitators", "unknown-participant"),
    (T, 40, "languages", "one-language"),
    (P, None, "", "windows-1252"),
    (P, 1, "GSM", "unknown-column"),
    (P, 4, "Nom", "similar-participant"),
    (P, 4, "Courriel", "duplicate-email"),
    (P, 4, "Votre société", "merged-organisation"),
    (P, 5, "Courriel", "bad-email"),
    (P, 6, "Votre société", "similar-organisation"),
    (P, 6, "Langues", "unknown-language"),
    (P, 7, "N°", "duplicate-id"),
    (P, 7, "Langues", "missing-language"),
    (P, 8, "Nom", "missing-value"),
    (P, 8, "Région", "unknown-region"),
    (P, 9, "Région", "missing-region"),
    (P, 9, "Min. RDV", "min-above-max"),
    (P, 9, "Atelier(s)", "unknown-workshop"),
    (P, 10, "Indisponible", "unknown-slot"),
    (P, 10, "Min. RDV", "bad-number"),
    (P, 11, "Offre", "formula"),
    (P, 12, "", "extra-cells"),
    (W, None, "", "hidden-sheet"),
    (W, 4, "Encodé le", "unknown-column"),
    (W, 6, TO, "repeated-wish"),
    (W, 7, TO, "own-organisation"),
    (W, 9, TO, "wish-and-veto"),
    (W, 10, TO, "self-wish"),
    (W, 11, TO, "unknown-participant"),
    (W, 12, TO, "unknown-participant"),
    (W, 13, "Priorité", "bad-rank"),
    (W, 14, "Priorité", "missing-value"),
    (W, 15, "Participant", "unknown-participant"),
]


def test_the_report_names_every_mistake_in_its_place() -> None:
    registrations = read_event(FOLDER)
    assert found(registrations) == REPORT
    assert registrations.event is None


def test_the_folder_is_the_one_its_builder_writes(tmp_path: Path) -> None:
    write(tmp_path)
    assert found(read_event(tmp_path)) == REPORT
    for name in (T, P):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()


def test_the_report_reads_as_french() -> None:
    say = translator("fr", "registrations").say
    problems = read_event(FOLDER).problems
    sentences = {(each.row, each.code): (say(each.what), say(each.remedy)) for each in problems}
    assert sentences[18, "slots-overlap"] == (
        "Le créneau «\xa03\xa0» commence avant la fin du créneau «\xa02\xa0».",
        "Corrigez les heures\u202f; les créneaux ne peuvent pas se chevaucher.",
    )
    assert sentences[6, "unknown-language"] == (
        "«\xa0flamant\xa0» n’est pas une langue.",
        "Vouliez-vous dire «\xa0flamand\xa0»\u202f?",
    )
    assert sentences[11, "unknown-participant"] == (
        "Le participant «\xa0Leroi\xa0» n’existe pas.",
        "Vouliez-vous dire «\xa0p9 (Tom Leroy)\xa0»\u202f?",
    )


def test_the_report_reads_as_dutch() -> None:
    say = translator("nl", "registrations").say
    problems = read_event(FOLDER).problems
    sentences = {(each.row, each.code): (say(each.what), say(each.remedy)) for each in problems}
    assert sentences[9, "unknown-workshop"] == (
        "Workshop ‘enrgie’ bestaat niet.",
        "Bedoelde u ‘energie’?",
    )
    assert sentences[10, "unknown-slot"] == (
        "Tijdvak ‘12’ bestaat niet.",
        "Kies uit: 1 (13:30–13:42), 2 (13:45–13:57), 3 (13:55–14:10).",
    )
