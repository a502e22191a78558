"""Every page in the reader's language."""

import re
from datetime import date, datetime
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient

from tests.matchmaker.locales.sentences import catalogue, placeholders
from tests.web.browsing import ENGLISH, FORM, OWN, text_of
from tests.web.literals import WEB, sentences
from web.languages import local_text, long_date, mark, moment_in, percent

CODE = {"« Authorization: Bearer … »"}
"""What other programs send, where the colon follows its word at once."""
UNSPACED = re.compile(r"[^\u00a0\u202f][:;?!»%](?=\s|$)|«[^\u00a0\u202f]")
BESIDE_VALUES = re.compile(r"(?:\}\}|%\}|</\w+>|\">)[:;] |join\(\"[:;] ")


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_every_sentence_is_translated_and_no_other(language: str) -> None:
    known = catalogue("web", language)
    assert sentences() - known.keys() == set()
    assert known.keys() - sentences() == set()
    assert [each for each, texts in known.items() if not all(texts)] == []


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_translations_name_the_values_of_their_sentence(language: str) -> None:
    for sentence, texts in catalogue("web", language).items():
        expected = set().union(*map(placeholders, sentence))
        for each in texts:
            assert placeholders(each) <= expected, each
        assert placeholders(texts[-1]) == placeholders(sentence[-1]), sentence


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("fr-BE,nl;q=0.5", "fr"),
        ("nl-BE", "nl"),
        ("de, nl;q=0.8, fr;q=0.7", "nl"),
        ("en-US", "en"),
        ("de", "en"),
        ("*", "en"),
        ("", "en"),
        ("xx-invalid-thing,fr", "fr"),
    ],
)
def test_the_language_is_negotiated(client: FlaskClient, asked: str, given: str) -> None:
    page = client.get("/", headers={"Accept-Language": asked}).text
    assert f'<html lang="{given}">' in page


def test_a_switch_is_remembered_and_leads_back(client: FlaskClient) -> None:
    answer = client.get("/language/nl", query_string={"next": FORM})
    assert (answer.status_code, answer.location) == (303, FORM)
    page = client.get(FORM, headers={"Accept-Language": "fr"})
    assert '<html lang="nl">' in page.text
    assert "Inschrijven" in text_of(page)


def test_a_switch_keeps_what_was_asked_of_the_page(organiser: FlaskClient) -> None:
    asked = f"{OWN}/people?words=anna&state=file"
    page = organiser.get(asked, headers=ENGLISH).text
    found = re.search(r'href="(/language/nl[^"]*)"', page)
    assert found
    assert organiser.get(unescape(found[1])).location == asked


@pytest.mark.parametrize(
    "path", ["//evil.example", "https://evil.example", "/\\evil", "/x?y=\\evil", "x", ""]
)
def test_a_switch_never_leads_away(client: FlaskClient, path: str) -> None:
    assert client.get("/language/nl", query_string={"next": path}).location == "/"


def test_an_unknown_language_is_not_found(client: FlaskClient) -> None:
    assert client.get("/language/xx").status_code == 404


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "Il n’y a rien ici"), ("nl", "Hier is niets"), ("en", "There is nothing here")],
)
def test_faults_are_told_in_the_language(client: FlaskClient, language: str, said: str) -> None:
    answer = client.get("/nowhere", headers={"Accept-Language": language})
    assert answer.status_code == 404
    assert said in text_of(answer)


def test_the_names_of_the_event_are_in_the_language(client: FlaskClient) -> None:
    for language, name in (("fr", "Journée textile"), ("nl", "Textieldag"), ("en", "Textile day")):
        page = client.get("/", headers={"Accept-Language": language})
        assert name in text_of(page)


def test_french_counts_nothing_like_one_and_so_never_spells_one_out() -> None:
    never_of_nothing = {"and one more", "in one day", "Ready, with one thing to look at"}
    plurals = {one: texts for (one, *many), texts in catalogue("web", "fr").items() if many}
    told = {one for one, texts in plurals.items() if all("{number}" in each for each in texts)}
    of_many = {one for one, (_, many) in plurals.items() if "{number}" in many}
    assert of_many - told == never_of_nothing


def test_a_name_from_a_macro_is_escaped_once(app: Flask) -> None:
    template = "{% macro name() %}{{ text }}{% endmacro %}{{ _('Open “{title}”', title=name()) }}"
    with app.test_request_context(headers=ENGLISH):
        said = render_template_string(template, text="<b> & co")
    assert said == "Open “&lt;b&gt; &amp; co”"


def test_regions_are_called_by_their_names_and_unknown_ones_stay_as_they_are(app: Flask) -> None:
    template = "{{ 'OTHER' | region_name }} {{ 'WAL' | region_name }} {{ 'Zeeland' | region_name }}"
    with app.test_request_context(headers={"Accept-Language": "nl"}):
        assert render_template_string(template) == "Elders Wallonië Zeeland"


@pytest.mark.parametrize("domain", ["web", "domain", "registrations", "documents"])
def test_french_keeps_its_signs_on_the_line_of_their_word(domain: str) -> None:
    texts = [each for forms in catalogue(domain, "fr").values() for each in forms]
    code = [each.replace("\u00a0", " ") for each in texts]
    bare = [
        text for text, plain in zip(texts, code, strict=True) if not any(c in plain for c in CODE)
    ]
    assert [each for each in bare if UNSPACED.search(each)] == []


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_apostrophes_and_quotes_are_those_of_print(language: str) -> None:
    texts = [each for forms in catalogue("web", language).values() for each in forms]
    assert [each for each in texts if set("'\"“”") & set(each)] == []


def test_templates_set_no_sign_behind_a_value_but_by_its_language() -> None:
    bare = {
        each.name: BESIDE_VALUES.findall(each.read_text("utf-8"))
        for each in (WEB / "templates").glob("*.html")
    }
    assert {name: found for name, found in bare.items() if found} == {}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "vendredi 1er janvier 2027 · 1er janv. 10:30 · a\u00a0: b · 40\u00a0%"),
        ("nl", "vrijdag 1 januari 2027 · 1 jan 10:30 · a: b · 40\u00a0%"),
        ("en", "Friday, 1 January 2027 · 1 Jan 10:30 · a: b · 40%"),
    ],
)
def test_days_signs_and_shares_are_written_as_in_print(
    app: Flask, language: str, said: str
) -> None:
    brussels = ZoneInfo("Europe/Brussels")
    moment = datetime(2027, 1, 1, 10, 30, tzinfo=brussels)
    with app.test_request_context(headers={"Accept-Language": language}):
        shown = (
            long_date(date(2027, 1, 1)),
            moment_in(brussels, moment),
            f"a{mark(':')} b",
            percent(0.4),
        )
    assert " · ".join(shown) == said


def test_no_line_begins_with_a_dash_or_a_sign_of_the_organisers(app: Flask) -> None:
    said = {"fr": "Textile – design : la rencontre", "nl": "Textiel – design: de ontmoeting"}
    with app.test_request_context(headers={"Accept-Language": "fr"}):
        assert local_text(said) == "Textile\u00a0– design\u00a0: la rencontre"
    with app.test_request_context(headers={"Accept-Language": "nl"}):
        assert local_text(said) == "Textiel\u00a0– design: de ontmoeting"


@pytest.mark.parametrize(
    ("language", "others"),
    [
        ("fr", "courriel|lien privé|liens privés|organisme|exauc|par-delà"),
        ("nl", r"opgesla|sla .* op|\binlog|ingelog|oplad|privélink|e-mails?\b|postbus|verzonden"),
    ],
)
def test_one_thing_has_one_name(language: str, others: str) -> None:
    texts = [each for forms in catalogue("web", language).values() for each in forms]
    said = [each for each in texts if re.search(others, each, re.IGNORECASE)]
    assert [each for each in said if each != "E-mail"] == []
