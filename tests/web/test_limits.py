"""A whole venue comes from one address: its phones are not kept out, a flood is."""

from flask import Flask
from flask.testing import FlaskClient
from limits import RateLimitItem, parse

from tests.web.browsing import FORM, log_in, token
from web.settings import Settings

PHONES = 300


def a_minute(limit: str) -> int:
    found: RateLimitItem = parse(limit)
    assert found.get_expiry() == 60
    return found.amount


def test_three_hundred_phones_may_send_forms_and_wishes(settings: Settings) -> None:
    assert a_minute(settings.registration_limit) >= 4 * PHONES
    assert a_minute(settings.wish_limit) >= 20 * PHONES


def test_three_hundred_forms_at_once_from_one_address_are_taken(client: FlaskClient) -> None:
    blank = {"csrf_token": token(client.get(FORM).text)}
    assert {client.post(FORM, data=blank).status_code for _ in range(PHONES)} == {422}


def test_a_flood_is_held_off(app: Flask, client: FlaskClient) -> None:
    app.config["REGISTRATION_LIMIT"] = "3 per minute"
    blank = {"csrf_token": token(client.get(FORM).text)}
    answers = [client.post(FORM, data=blank) for _ in range(4)]
    assert [each.status_code for each in answers] == [422, 422, 422, 429]
    assert "Retry-After" in answers[-1].headers


def test_one_account_is_tried_in_vain_only_so_often_from_wherever(
    app: Flask, client: FlaskClient
) -> None:
    app.config["ACCOUNT_LIMIT"] = "3 per hour"
    answers = []
    for number in range(4):
        client.environ_base["REMOTE_ADDR"] = f"192.0.2.{number}"
        answers.append(log_in(client, "not the password"))
    assert [each.status_code for each in answers] == [403, 403, 403, 429]


def test_logins_that_succeed_use_up_no_tries(app: Flask) -> None:
    app.config["ACCOUNT_LIMIT"] = "3 per hour"
    assert [log_in(app.test_client()).status_code for _ in range(5)] == [303] * 5
