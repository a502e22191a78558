"""Mails: written in the reader's language, sent once, or handed to the organiser."""

import re
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.browsing import ANSWERS, ENGLISH, FORM, OWN, link_of, log_in, register, send, text_of
from tests.web.test_people import new_link
from web.mails.post import BATCH, deliver_beside, send_batch
from web.services import Services
from web.settings import MailSettings, SettingsError, read_settings
from web.store import mails, outbox
from web.store.mails import Mail, MailState
from web.store.moments import now
from web.store.outbox import MailSearch

ROOT = Path(__file__).parents[2]


def waiting(services: Services) -> list[Mail]:
    with services.database.reading() as connection:
        return mails.unsent(connection, 1)


def confirmation_in(mail: Mail) -> str:
    found = re.search(r"http://localhost(\S+/confirm/\S+)", mail.letter.body)
    assert found
    return found[1]


class Postbox(socketserver.ThreadingTCPServer):
    """A mail server that takes what it gets, but nobody named in `refused`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Clerk)
        self.received: list[str] = []
        self.has_received = threading.Event()
        self.connections = 0
        self.refused = ""
        self.refusal = "550 no such mailbox"
        self.dies_with = ""

    @property
    def settings(self) -> MailSettings:
        port = self.server_address[1]
        return MailSettings(host="127.0.0.1", port=port, security="none", sender="day@example.org")


class _Clerk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        postbox: Any = self.server
        postbox.connections += 1
        self._say("220 ready")
        for line in self.rfile:
            word = line.decode().strip()
            if word.upper().startswith("RCPT") and postbox.refused and postbox.refused in word:
                self._say(postbox.refusal)
            elif word.upper() == "DATA":
                self._say("354 go on")
                text = b"".join(iter(self.rfile.readline, b".\r\n")).decode()
                if postbox.dies_with and postbox.dies_with in text:
                    return
                postbox.received.append(text)
                self._say("250 taken")
                postbox.has_received.set()
            else:
                self._say("221 bye" if word.upper() == "QUIT" else "250 well")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with Postbox() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def crowd(client: FlaskClient, count: int) -> None:
    for number in range(count):
        register(client, email=f"guest{number}@example.org")


@pytest.mark.parametrize(
    ("language", "subject", "greeting"),
    [
        ("fr", "Votre inscription\xa0: Journée textile", "Bonjour Léa Dupont,"),
        ("nl", "Uw inschrijving: Textieldag", "Dag Léa Dupont,"),
        ("en", "Your registration: Textile day", "Hello Léa Dupont,"),
    ],
)
def test_who_registers_gets_a_mail_in_their_language_with_the_private_link(
    client: FlaskClient, services: Services, language: str, subject: str, greeting: str
) -> None:
    answer = send(client, FORM, ANSWERS, headers={"Accept-Language": language})
    [mail] = waiting(services)
    assert mail.letter.recipient == "lea@example.org"
    assert (mail.letter.language, mail.letter.subject) == (language, subject)
    assert mail.letter.body.startswith(greeting)
    assert f"http://localhost{link_of(answer)}\n" in mail.letter.body


def test_opening_the_link_confirms_nothing_and_the_button_does(
    client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    path = confirmation_in(waiting(services)[0])
    for _ in range(2):
        assert "lea@example.org" in text_of(client.get(path, headers=ENGLISH))
        assert "is not confirmed yet" in text_of(client.get(link, headers=ENGLISH))
    answer = send(client, path, {})
    page = text_of(client.get(answer.location, headers=ENGLISH))
    assert "Thank you, your address is confirmed." in page
    assert "not confirmed" not in text_of(client.get(link, headers=ENGLISH))
    assert waiting(services) == []


def test_a_mail_is_promised_of_whoever_sends_it(
    app: Flask, client: FlaskClient, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = link_of(register(client))
    by_hand = text_of(client.get(link, headers=ENGLISH))
    assert "The organisers will send you a mail with a button for it" in by_hand
    assert "You get an e-mail" not in by_hand
    smtp = MailSettings(host="mail.example.org", sender="day@example.org")
    settings = services.settings.model_copy(update={"smtp": smtp})
    monkeypatch.setitem(app.extensions, "services", replace(services, settings=settings))
    by_itself = text_of(client.get(link, headers=ENGLISH))
    assert "You get an e-mail with a button for it" in by_itself
    assert "The organisers will send" not in by_itself


def test_the_link_confirms_only_that_address_of_that_person(
    client: FlaskClient, services: Services
) -> None:
    link = link_of(register(client))
    path = confirmation_in(waiting(services)[0])
    other = link_of(register(client, email="other@example.org"))
    mark = path.rpartition("/")[2]
    for wrong in (
        f"{other}/confirm/{mark}",
        f"{link}/confirm/{mark}x",
        "/registration/x/confirm/y",
    ):
        assert client.get(wrong).status_code == 404
        assert send(client, wrong, {}, seen=path).status_code == 404
    send(client, f"{link}/edit", ANSWERS | {"email": "new@example.org"})
    assert client.get(path).status_code == 404


def test_a_new_address_is_confirmed_anew(client: FlaskClient, services: Services) -> None:
    link = link_of(register(client))
    send(client, confirmation_in(waiting(services)[0]), {})
    send(client, f"{link}/edit", ANSWERS | {"last_name": "Martin"})
    assert "is not confirmed yet" not in text_of(client.get(link, headers=ENGLISH))
    send(client, f"{link}/edit", ANSWERS | {"email": "new@example.org"})
    assert "is not confirmed yet" in text_of(client.get(link, headers=ENGLISH))
    assert [each.letter.recipient for each in waiting(services)] == ["new@example.org"]


def test_the_organiser_sees_who_is_unconfirmed_and_decides_whether_they_count(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser)
    assert "Address not confirmed" in text_of(organiser.get(f"{OWN}/people", headers=ENGLISH))
    assert "1 not confirmed" in text_of(organiser.get(OWN, headers=ENGLISH))
    assert "5 participants" in text_of(organiser.get(OWN, headers=ENGLISH))
    path, seen = f"{OWN}/mails/confirmed", f"{OWN}/mails"
    send(organiser, path, {"confirmed_only": "yes"}, seen=seen)
    assert "4 participants" in text_of(organiser.get(OWN, headers=ENGLISH))
    send(organiser, confirmation_in(waiting(services)[0]), {})
    assert "5 participants" in text_of(organiser.get(OWN, headers=ENGLISH))
    send(organiser, path, {}, seen=seen)
    register(organiser, email="other@example.org")
    assert "6 participants" in text_of(organiser.get(OWN, headers=ENGLISH))


def test_a_link_of_the_organiser_needs_no_confirmation_and_ends_the_waiting_mail(
    organiser: FlaskClient, services: Services
) -> None:
    link = new_link(organiser, "anna")
    assert "not confirmed" not in text_of(organiser.get(link, headers=ENGLISH))
    register(organiser)
    person = organiser.get(f"{OWN}/people").text.split("/people/web-")[1].split('"')[0]
    new_link(organiser, f"web-{person}")
    assert waiting(services) == []


def test_mails_are_sent_in_batches_over_one_connection_and_never_twice(
    client: FlaskClient, services: Services, postbox: Postbox
) -> None:
    crowd(client, BATCH + 3)
    counts = [send_batch(services.database, postbox.settings) for _ in range(3)]
    assert counts == [BATCH, 3, 0]
    assert postbox.connections == 2
    to = [re.findall("^To: (.*)\r$", each, re.MULTILINE)[0] for each in postbox.received]
    assert to == [f"guest{number}@example.org" for number in range(BATCH + 3)]
    assert waiting(services) == []


def test_several_workers_at_once_send_each_mail_once(
    client: FlaskClient, services: Services, postbox: Postbox
) -> None:
    crowd(client, 12)
    send_all = (services.database, postbox.settings)
    threads = [threading.Thread(target=send_batch, args=send_all) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(postbox.received) == 12


def test_of_a_sent_mail_the_private_link_is_not_kept(
    client: FlaskClient, services: Services, postbox: Postbox
) -> None:
    link = link_of(register(client))
    send_batch(services.database, postbox.settings)
    assert link in postbox.received[0].replace("=\r\n", "")
    with services.database.reading() as connection:
        [kept] = outbox.found(connection, 1, MailSearch(MailState.SENT), 1, 9).shown
        dump = "".join(str(each) for each in connection.exec_driver_sql("select * from mails"))
    assert kept.state is MailState.SENT
    assert link.rpartition("/")[2] not in dump


def test_a_refused_mail_is_shown_with_the_reason_and_stops_no_other(
    organiser: FlaskClient, services: Services, postbox: Postbox
) -> None:
    crowd(organiser, 3)
    postbox.refused = "guest1"
    send_batch(services.database, postbox.settings)
    assert len(postbox.received) == 2
    [mail] = waiting(services)
    assert mail.state is MailState.FAILED
    assert "no such mailbox" in text_of(organiser.get(f"{OWN}/mails", headers=ENGLISH))
    send(organiser, f"{OWN}/mails/{mail.key}/again", {}, seen=f"{OWN}/mails")
    postbox.refused = ""
    assert send_batch(services.database, postbox.settings) == 1
    assert len(postbox.received) == 3


def test_a_mail_that_is_refused_for_now_waits_longer_each_time_and_fails_at_last(
    client: FlaskClient, services: Services, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(client)
    postbox.refused, postbox.refusal = "lea", "451 try again later"
    moment = now()
    for number, pause in enumerate(mails.PAUSES, start=1):
        monkeypatch.setattr(mails, "now", lambda at=moment: at)
        assert send_batch(services.database, postbox.settings) == 1
        [mail] = waiting(services)
        assert (mail.state, mail.tries, mail.due_at) == (MailState.WAITING, number, moment + pause)
        assert "try again later" in mail.failure
        assert send_batch(services.database, postbox.settings) == 0
        moment += pause
    monkeypatch.setattr(mails, "now", lambda: moment)
    assert send_batch(services.database, postbox.settings) == 1
    assert waiting(services)[0].state is MailState.FAILED
    assert postbox.received == []


def test_a_mail_that_was_refused_for_now_goes_when_it_is_due(
    client: FlaskClient, services: Services, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(client)
    postbox.refused, postbox.refusal = "lea", "451 try again later"
    send_batch(services.database, postbox.settings)
    postbox.refused = ""
    later = now() + mails.PAUSES[0]
    monkeypatch.setattr(mails, "now", lambda: later)
    assert send_batch(services.database, postbox.settings) == 1
    assert (len(postbox.received), waiting(services)) == (1, [])


def test_a_mail_in_whose_middle_the_server_died_is_left_to_the_organiser(
    organiser: FlaskClient, services: Services, postbox: Postbox
) -> None:
    crowd(organiser, 3)
    postbox.dies_with = "guest1"
    with pytest.raises(OSError, match="closed"):
        send_batch(services.database, postbox.settings)
    assert [each.state for each in waiting(services)] == [MailState.SENDING, MailState.WAITING]
    postbox.dies_with = ""
    send_batch(services.database, postbox.settings)
    assert len(postbox.received) == 2
    page = text_of(organiser.get(f"{OWN}/mails", headers=ENGLISH))
    assert "Nobody knows whether it went" in page


def test_without_a_server_in_reach_everything_waits(
    client: FlaskClient, services: Services, postbox: Postbox
) -> None:
    settings = postbox.settings.model_copy(update={"port": 9})
    register(client)
    with pytest.raises(OSError, match="refused"):
        send_batch(services.database, settings)
    assert [each.state for each in waiting(services)] == [MailState.WAITING]


def test_the_worker_sends_until_it_is_over(
    client: FlaskClient, services: Services, postbox: Postbox
) -> None:
    register(client)
    thread = deliver_beside(services.database, postbox.settings, lambda: bool(postbox.received))
    assert thread is not None
    thread.join(20)
    assert len(postbox.received) == 1
    assert deliver_beside(services.database, MailSettings(), lambda: True) is None


def test_the_worker_process_sends_what_waits(
    client: FlaskClient, services: Services, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(client)
    monkeypatch.setenv("MATCHMAKER_DATABASE_URL", services.database.url)
    for name, value in postbox.settings.model_dump(include={"host", "port", "security"}).items():
        monkeypatch.setenv(f"MATCHMAKER_SMTP_{name.upper()}", str(value))
    monkeypatch.setenv("MATCHMAKER_SMTP_SENDER", "day@example.org")
    command = [sys.executable, "-m", "web.jobs.worker"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE) as worker:
        assert postbox.has_received.wait(60)
        worker.terminate()
    assert worker.returncode == 0
    assert len(postbox.received) == 1
    assert waiting(services) == []


def test_without_a_server_the_organiser_takes_the_mails(
    organiser: FlaskClient, services: Services
) -> None:
    link = link_of(register(organiser))
    [mail] = waiting(services)
    page = organiser.get(f"{OWN}/mails", headers=ENGLISH)
    assert "No mail server is set" in text_of(page)
    assert link in page.text
    one = organiser.get(f"{OWN}/mails/{mail.key}.eml").data
    with ZipFile(BytesIO(organiser.get(f"{OWN}/mails/unsent.zip").data)) as archive:
        [name] = archive.namelist()
        assert archive.read(name) == one
    assert name == "Léa Dupont – Your registration Textile day.eml"
    assert b"To: lea@example.org" in one
    send(organiser, f"{OWN}/mails/{mail.key}/sent", {}, seen=f"{OWN}/mails")
    assert waiting(services) == []
    assert "lea@example.org" in text_of(organiser.get(f"{OWN}/mails", headers=ENGLISH))


def test_only_organisers_see_mails(client: FlaskClient, services: Services) -> None:
    register(client)
    [mail] = waiting(services)
    for path in ("", f"/{mail.key}.eml", "/unsent.zip"):
        assert client.get(f"{OWN}/mails{path}").status_code == 303
    log_in(client)
    assert client.get(f"{OWN}/mails/none.eml").status_code == 404


def test_a_wrong_mail_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHMAKER_SMTP_SENDER", "nobody")
    with pytest.raises(SettingsError, match="MATCHMAKER_SMTP_SENDER"):
        read_settings(demo=True)
