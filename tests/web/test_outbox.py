"""The list of mails: counted by state, searched, a page at a time."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event as hooks

from tests.web.browsing import ENGLISH, OWN, send, text_of
from web.organiser.outbox import PER_PAGE
from web.services import Services
from web.store import mails, outbox
from web.store.mails import Letter, Mail, MailState
from web.store.outbox import MailSearch

PAGE = f"{OWN}/mails"

pytestmark = pytest.mark.usefixtures("organiser")


def put(services: Services, count: int, **fields: str) -> list[Mail]:
    """Put mails to guest0, guest1 … into the outbox, the oldest first."""
    with services.database.writing() as connection:
        for number in range(count):
            letter = {"language": "en", "subject": f"Day {number}", "body": "Hello"} | fields
            to = Letter(recipient=f"guest{number}@example.org", **letter)
            mails.add_once(connection, 1, to, f"p{number}", f"day-{number}")
        return mails.unsent(connection, 1)


def settle(services: Services, mail: Mail, failure: str = "") -> None:
    with services.database.writing() as connection:
        mails.settle(connection, mail.id, failure)


def listed(services: Services, *words: str, state: MailState | None = None) -> list[str]:
    with services.database.reading() as connection:
        page = outbox.found(connection, 1, MailSearch(state, words), 1, PER_PAGE)
    return [each.letter.recipient.partition("@")[0] for each in page.shown]


def test_mails_that_are_not_sent_come_first_and_of_them_the_newest(services: Services) -> None:
    [_, second, _] = put(services, 3)
    settle(services, second)
    assert listed(services) == ["guest2", "guest0", "guest1"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["GUEST1"], ["guest1"]),
        (["hello", "day"], ["guest1", "guest0"]),
        (["guest1", "guest0"], []),
        (["%"], []),
        (["guest_"], []),
    ],
)
def test_every_word_is_looked_for_as_it_stands(
    services: Services, words: list[str], found: list[str]
) -> None:
    put(services, 2)
    assert listed(services, *words) == found


def test_mails_are_counted_and_shown_by_their_state(
    organiser: FlaskClient, services: Services
) -> None:
    [first, second, _] = put(services, 3)
    settle(services, first)
    settle(services, second, "550 no such mailbox")
    page = text_of(organiser.get(PAGE, headers=ENGLISH))
    assert all(each in page for each in ("All 3", "Waits 1", "Sent 1", "Refused 1", "3 mails"))
    page = text_of(organiser.get(f"{PAGE}?state=failed", headers=ENGLISH))
    assert "guest1@" in page
    assert "guest0@" not in page
    assert listed(services, state=MailState.SENT) == ["guest0"]


def test_mails_of_another_event_are_not_listed(services: Services) -> None:
    put(services, 1)
    with services.database.reading() as connection:
        assert outbox.counts(connection, 2) == {}
        assert outbox.found(connection, 2, MailSearch(), 1, PER_PAGE).total == 0


@pytest.mark.parametrize("asked", ["2", "99"])
def test_long_lists_are_shown_a_page_at_a_time(
    organiser: FlaskClient, services: Services, asked: str
) -> None:
    put(services, PER_PAGE + 1)
    page = text_of(organiser.get(f"{PAGE}?page={asked}&words=day", headers=ENGLISH))
    assert "Page 2 of 2" in page
    assert "guest0@" in page
    assert "guest1@" not in page


def test_all_refused_mails_wait_again_at_a_press(
    organiser: FlaskClient, services: Services
) -> None:
    for mail in put(services, 2):
        settle(services, mail, "550 no such mailbox")
    send(organiser, f"{PAGE}/again", {}, seen=PAGE)
    with services.database.reading() as connection:
        assert outbox.counts(connection, 1) == {MailState.WAITING: 2}


def test_every_mail_shows_what_it_is_about(organiser: FlaskClient, services: Services) -> None:
    put(services, 1)
    page = text_of(organiser.get(PAGE, headers=ENGLISH))
    assert "guest0@example.org Day 0 · Waits" in page


def test_what_was_downloaded_is_marked_as_sent_at_one_press(
    organiser: FlaskClient, services: Services
) -> None:
    put(services, 2)
    assert "downloaded" not in text_of(organiser.get(PAGE, headers=ENGLISH))
    organiser.get(f"{PAGE}/unsent.zip")
    [*_, late] = put(services, 3)
    page = text_of(organiser.get(PAGE, headers=ENGLISH))
    assert "I sent the 2 mails that were downloaded" in page
    send(organiser, f"{PAGE}/sent", {}, seen=PAGE)
    with services.database.reading() as connection:
        assert mails.unsent(connection, 1) == [late]
        assert outbox.count_taken(connection, 1) == 0
        assert outbox.counts(connection, 1) == {MailState.SENT: 2, MailState.WAITING: 1}
    assert "I sent the" not in text_of(organiser.get(PAGE, headers=ENGLISH))


def test_one_draft_that_was_downloaded_is_known(organiser: FlaskClient, services: Services) -> None:
    [first, _] = put(services, 2)
    organiser.get(f"{PAGE}/{first.key}.eml")
    page = text_of(organiser.get(PAGE, headers=ENGLISH))
    assert "I sent the 1 mail that was downloaded" in page


def test_a_list_of_mails_costs_few_statements(organiser: FlaskClient, services: Services) -> None:
    put(services, PER_PAGE + 1)
    statements: list[str] = []

    def count(*args: object) -> None:
        statements.extend([str(args[2])] if args[2] != "BEGIN" else [])

    hooks.listen(services.database.engine, "before_cursor_execute", count)
    organiser.get(PAGE)
    hooks.remove(services.database.engine, "before_cursor_execute", count)
    assert 0 < len(statements) <= 10, statements
