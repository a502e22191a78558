"""What rules, reasons, certificates and the command line say exists in French and in Dutch."""

from pathlib import Path

import pytest

import matchmaker
import solver
import web
from tests.matchmaker.locales.sentences import Sentence, assigned, catalogue, placeholders, said

MATCHMAKER, SOLVER, WEB = (Path(next(iter(each.__path__))) for each in (matchmaker, solver, web))
JUDGING = ("rules", "reasons", "moves")
JUDGES = [file for part in JUDGING for file in (MATCHMAKER / part).rglob("*.py")]
JUDGES.append(MATCHMAKER / "resources.py")
ENGINE = sorted(SOLVER.rglob("*.py"))
# What an output folder lacks is a problem of the input: it is in the catalogue `registrations`.
COMMANDS = [each for each in (WEB / "commands").rglob("*.py") if each.name != "output_folder.py"]
PROOFS = {
    "JOINT",
    "LACKING",
    "MATCHED",
    "REASON",
    "SAME_MEETINGS",
    "SEARCHED",
    "EVERYTHING",
    "UNBOUNDED",
    "text",
}
SENTENCES = {
    "domain": said([*JUDGES, *ENGINE], {"message"})
    | assigned(JUDGES, {"template"})
    | assigned(ENGINE, PROOFS),
    "cli": said([*COMMANDS, WEB / "cli.py"], {"say", "stop", "text", "message"}),
}

every_catalogue = pytest.mark.parametrize(
    ("domain", "language"),
    [(domain, language) for domain in SENTENCES for language in ("fr", "nl")],
)


@every_catalogue
def test_no_sentence_is_missing(domain: str, language: str) -> None:
    assert SENTENCES[domain] - catalogue(domain, language).keys() == set()


@every_catalogue
def test_no_sentence_is_superfluous(domain: str, language: str) -> None:
    assert catalogue(domain, language).keys() - SENTENCES[domain] == set()


@every_catalogue
def test_no_translation_is_empty(domain: str, language: str) -> None:
    known = catalogue(domain, language)
    assert [sentence for sentence, texts in known.items() if not all(texts)] == []


@every_catalogue
def test_translations_name_the_values_of_their_sentence(domain: str, language: str) -> None:
    for sentence, texts in catalogue(domain, language).items():
        assert {frozenset(placeholders(each)) for each in texts} == values(sentence)


def values(sentence: Sentence) -> set[frozenset[str]]:
    return {frozenset(placeholders(each)) for each in sentence}


@pytest.mark.parametrize("domain", SENTENCES)
def test_sentences_were_found(domain: str) -> None:
    assert len(SENTENCES[domain]) > 30
