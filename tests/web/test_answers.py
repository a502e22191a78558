"""What every answer carries: headers, cookies, limits."""

import gzip
import hashlib
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

import web
from tests.web.browsing import ENGLISH, FORM, NAME, PASSWORD, register, text_of, token
from tests.web.permissions import EVERYBODY
from web.app import create_app
from web.settings import Settings

VENDOR = Path(web.__file__).parent / "static" / "vendor"
TESTING = Path(__file__).parent / "vendor"


@pytest.mark.parametrize("path", ["/", FORM, "/login", "/nowhere", "/static/design.css"])
def test_every_answer_carries_the_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path, buffered=True).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Robots-Tag"] == "noindex"


def test_pages_are_not_kept_by_browsers_but_their_files_are(client: FlaskClient) -> None:
    assert client.get(FORM).headers["Cache-Control"] == "no-store"
    assert "max-age" in client.get("/static/design.css", buffered=True).headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/", FORM, "/login", "/nowhere"])
def test_pages_have_nothing_inline(client: FlaskClient, path: str) -> None:
    page = client.get(path).text
    assert "<style" not in page
    assert " style=" not in page
    assert " on" not in {part[:3] for part in page.split('"') if part.endswith("=")}
    assert "<script>" not in page


def test_cookies_are_secure(settings: Settings) -> None:
    app = create_app(settings.model_copy(update={"cookie_secure": True}))
    client = app.test_client()
    answer = client.get("/login", base_url="https://localhost")
    [cookie] = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("__Host-matchmaker=")
    for each in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert each in cookie
    assert "max-age" in answer.headers["Strict-Transport-Security"]
    data = {"name": NAME, "password": PASSWORD, "csrf_token": token(answer.text)}
    without = client.post("/login", base_url="https://localhost", data=data)
    assert without.status_code == 400
    good = {"Referer": "https://localhost/login"}
    assert client.post("/login", base_url="https://localhost", data=data, headers=good).location
    app.extensions["services"].database.close()


def test_foreign_hosts_are_refused(client: FlaskClient) -> None:
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 400


def test_a_proxy_is_believed_only_when_set(settings: Settings) -> None:
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "localhost"}
    for proxies, secure in ((0, False), (1, True)):
        app = create_app(settings.model_copy(update={"proxies": proxies}))
        headers = app.test_client().get("/", headers=forwarded).headers
        assert ("Strict-Transport-Security" in headers) is secure
        app.extensions["services"].database.close()


def test_too_large_a_form_is_refused(client: FlaskClient) -> None:
    answer = client.post(FORM, data={"offers": "x" * 250_000}, headers=ENGLISH)
    assert answer.status_code == 413
    assert "That is too much at once" in text_of(answer)


def test_too_many_parts_are_refused(client: FlaskClient) -> None:
    parts = {f"x{number}": "1" for number in range(600)}
    answer = client.post(FORM, data=parts, content_type="multipart/form-data")
    assert answer.status_code == 413


def test_registrations_from_one_address_are_limited(app: Flask, settings: Settings) -> None:
    limited = create_app(settings.model_copy(update={"registration_limit": "2 per minute"}))
    client = limited.test_client()
    codes = [register(client, email=f"{n}@example.org").status_code for n in range(3)]
    assert codes == [303, 303, 429]
    for each in (app, limited):
        each.extensions["services"].database.close()


def test_a_fault_of_ours_shows_no_details(empty_app: Flask) -> None:
    def broken() -> str:
        raise RuntimeError("a secret detail")

    broken.access = EVERYBODY  # type: ignore[attr-defined]
    empty_app.add_url_rule("/broken", "broken", broken)
    empty_app.testing = False
    answer = empty_app.test_client().get("/broken", headers=ENGLISH)
    assert answer.status_code == 500
    assert "secret detail" not in answer.text
    assert "Something went wrong" in text_of(answer)


@pytest.mark.parametrize("vendor", [VENDOR, TESTING])
def test_vendored_files_are_those_of_the_manifest(vendor: Path) -> None:
    lines = (vendor / "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split() for line in lines)}
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in vendor.iterdir()
        if path.name != "SHA256SUMS"
    }
    assert found == listed


def test_the_files_that_pages_name_exist(client: FlaskClient) -> None:
    style = client.get("/static/design.css", buffered=True).text
    names = {part.split('"')[0] for part in style.split('url("')[1:]}
    assert len(names) == 6
    for name in names:
        assert client.get(f"/static/{name}", buffered=True).status_code == 200


@pytest.mark.parametrize("path", [FORM, "/static/design.css"])
def test_texts_are_compressed_for_those_who_can_read_them(client: FlaskClient, path: str) -> None:
    plain = client.get(path, buffered=True)
    packed = client.get(path, headers={"Accept-Encoding": "gzip"}, buffered=True)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(gzip.decompress(packed.data)) > len(packed.data)
    again = {"Accept-Encoding": "gzip", "If-None-Match": packed.headers.get("ETag", "")}
    if "ETag" in packed.headers:
        assert client.get(path, headers=again, buffered=True).status_code == 304
