"""The codes on paper lead to the agenda of whoever holds it."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.documents.codes import opaque_id
from tests.matchmaker.documents.reading import scanned
from tests.web.agenda.days import agenda_of, day, plan, publish
from tests.web.browsing import ENGLISH, text_of
from tests.web.handles import SECRET
from tests.web.samples import certificate
from web.jobs.codes import PUBLIC_URL, SECRET_KEY, code_links
from web.jobs.commissions import Commission
from web.jobs.press import printed
from web.services import Services

PUBLIC = "https://day.example.org"


@pytest.fixture
def public(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """Tell the worker where the pages are reached, after the application was made."""
    monkeypatch.setenv(PUBLIC_URL, f"{PUBLIC}/")
    monkeypatch.setenv(SECRET_KEY, SECRET)


def agendas(services: Services) -> bytes:
    """Return the agendas as a worker prints them."""
    links = code_links(services.database, 1, day())
    commission = Commission(day(), plan(), certificate(), links=links)
    kind, _, content = next(iter(printed(commission)))
    assert kind == "agendas"
    return content


@pytest.mark.usefixtures("public")
def test_a_phone_that_reads_the_paper_opens_the_agenda(
    services: Services, client: FlaskClient, tmp_path: Path
) -> None:
    publish(services, plan())
    codes = scanned(agendas(services), tmp_path)
    assert len(codes) == len(day().participants)
    pages = [client.get(each.removeprefix(PUBLIC), headers=ENGLISH) for each in codes]
    assert [each.status_code for each in pages] == [200] * 4
    assert "Agenda of anna" in text_of(pages[0])
    assert "bert Weverij De Leie" in text_of(pages[0])


@pytest.mark.usefixtures("public")
def test_the_code_is_the_same_each_time_and_that_of_the_mails(
    app: Flask, services: Services
) -> None:
    first = code_links(services.database, 1, day())
    assert code_links(services.database, 1, day()) == first
    assert first["anna"] == PUBLIC + agenda_of(app, "anna")


@pytest.mark.usefixtures("app")
def test_without_a_public_address_codes_hold_opaque_ids(services: Services, tmp_path: Path) -> None:
    codes = scanned(agendas(services), tmp_path)
    assert set(codes) == {opaque_id(day(), each.id) for each in day().participants}


def test_the_download_leads_back_to_its_page(
    app: Flask, services: Services, client: FlaskClient, tmp_path: Path
) -> None:
    publish(services, plan())
    path = agenda_of(app, "anna")
    answer = client.get(f"{path}.pdf", headers=ENGLISH)
    assert answer.mimetype == "application/pdf"
    assert scanned(answer.data, tmp_path) == [f"http://localhost{path}"]
