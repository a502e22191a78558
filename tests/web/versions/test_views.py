"""Publishing: looked at first, gated by the checker, told only to those whom it concerns."""

from collections import Counter

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event as hooks

from matchmaker.departures import without
from matchmaker.timetable import Timetable
from matchmaker.variations import changed, with_people
from tests.factories import meeting
from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.samples import afternoon
from tests.web.versions.made import finished
from web.services import Services
from web.store import mails, versions
from web.store.mails import Mail

PAGE = f"{OWN}/versions"
EARLY = Timetable(meetings=(meeting("anna", "bert"),))
LATE = Timetable(meetings=(meeting("anna", "bert", slot="2"),))
BOTH = Timetable(meetings=(meeting("anna", "bert"), meeting("bert", "chloe", slot="2")))


@pytest.fixture(autouse=True)
def _addresses(services: Services, organiser: FlaskClient) -> None:  # noqa: ARG001
    """Give everybody but Chloe an address."""
    given = afternoon()
    people = [
        each.model_copy(update={"email": f"{each.id}@example.org", "region": each.region})
        for each in given.participants
        if each.id != "chloe"
    ]
    wishes = (*given.wishes, *_wish("bert", "chloe"))
    with services.database.writing() as connection:
        whole = changed(with_people(given, people), wishes=wishes)
        services.events.replace(connection, 1, whole)


def _wish(one: str, other: str) -> tuple[object, ...]:
    from tests.factories import wish

    return (wish(one, other, 3),)


def publish(client: FlaskClient, seen: int = 0, **values: object) -> tuple[int, str]:
    wanted = {name: each for name, each in values.items() if name in ("run", "version")}
    query = "&".join(f"{name}={each}" for name, each in wanted.items())
    form = {"seen": seen, "mails": "yes", **values}
    answer = send(client, PAGE, form, seen=f"{PAGE}/review?{query}")
    return answer.status_code, answer.location or text_of(answer)


def outbox(services: Services) -> list[Mail]:
    with services.database.reading() as connection:
        return mails.unsent(connection, 1)


def test_looking_at_a_programme_publishes_nothing(
    organiser: FlaskClient, services: Services
) -> None:
    key = finished(services, EARLY)
    page = text_of(organiser.get(f"{PAGE}/review?run={key}", headers=ENGLISH))
    assert "Publish as version 1" in page
    assert "1 meetings and 0 places in workshops keep every rule." in page
    assert "1 person has no address and gets no mail: chloe" in page
    assert "3 people get a mail" in page
    with services.database.reading() as connection:
        assert versions.latest(connection, 1) is None
    assert outbox(services) == []


def test_the_first_version_is_told_to_everybody_with_an_address(
    organiser: FlaskClient, services: Services
) -> None:
    key = finished(services, EARLY)
    assert publish(organiser, run=key, note="First try") == (303, f"{PAGE}/1")
    written = {each.letter.recipient: each.letter for each in outbox(services)}
    assert sorted(written) == [f"{each}@example.org" for each in ("anna", "bert", "dries")]
    anna, dries = written["anna@example.org"], written["dries@example.org"]
    assert anna.language == "fr"
    assert anna.subject == "Votre programme\xa0: Journée textile"
    assert "13:30–13:42 · bert (Weverij De Leie) · table 1" in anna.body
    assert "http://localhost/agenda/" in anna.body
    assert dries.language == "nl"
    assert "Er is niets voor u gepland." in dries.body
    with services.database.reading() as connection:
        version = versions.latest(connection, 1)
    assert version is not None
    assert version.content.timetable == EARLY
    assert (version.edition.note, version.edition.published_by) == ("First try", "organiser")


def test_the_link_of_the_mail_opens_the_agenda(organiser: FlaskClient, services: Services) -> None:
    publish(organiser, run=finished(services, EARLY))
    [anna] = [each for each in outbox(services) if each.letter.recipient.startswith("anna")]
    [address] = [line for line in anna.letter.body.splitlines() if "/agenda/" in line]
    page = organiser.get(address.removeprefix("http://localhost"), headers=ENGLISH)
    assert page.status_code == 200
    assert "bert" in text_of(page)


def test_a_later_version_is_told_to_those_alone_whose_agenda_differs(
    organiser: FlaskClient, services: Services
) -> None:
    publish(organiser, run=finished(services, EARLY))
    settle(services)
    key = finished(services, LATE)
    review = text_of(organiser.get(f"{PAGE}/review?run={key}", headers=ENGLISH))
    assert "Moved anna &amp; bert 13:30 · table 1 13:45 · table 1".replace("&amp;", "&") in review
    assert "2 people get a mail" in review
    assert publish(organiser, seen=1, run=key)[0] == 303
    written = {each.letter.recipient: each.letter for each in outbox(services)}
    assert sorted(written) == ["anna@example.org", "bert@example.org"]
    assert written["anna@example.org"].subject == "Votre programme a changé\xa0: Journée textile"
    assert "13:45–13:57 · bert" in written["anna@example.org"].body
    assert "avant\xa0: 18/03 13:30–13:42 · bert" in written["anna@example.org"].body


def settle(services: Services) -> None:
    """Send what waits."""
    for each in outbox(services):
        with services.database.writing() as connection:
            mails.settle(connection, each.id)


def test_what_still_waits_about_an_earlier_version_is_replaced(
    organiser: FlaskClient, services: Services
) -> None:
    publish(organiser, run=finished(services, EARLY))
    publish(organiser, seen=1, run=finished(services, LATE))
    written = {each.letter.recipient: each.letter for each in outbox(services)}
    assert len(written) == len(outbox(services)) == 3
    assert written["anna@example.org"].subject == "Votre programme\xa0: Journée textile"
    assert "13:45–13:57 · bert" in written["anna@example.org"].body
    assert "13:30" not in written["anna@example.org"].body


def test_going_back_before_anybody_was_written_to_leaves_no_mail(
    organiser: FlaskClient, services: Services
) -> None:
    publish(organiser, run=finished(services, EARLY))
    settle(services)
    publish(organiser, seen=1, run=finished(services, LATE))
    assert len(outbox(services)) == 2
    assert publish(organiser, seen=2, version=1)[0] == 303
    assert outbox(services) == []


def test_an_earlier_version_can_be_published_again(
    organiser: FlaskClient, services: Services
) -> None:
    publish(organiser, run=finished(services, EARLY))
    publish(organiser, seen=1, run=finished(services, LATE))
    settle(services)
    page = organiser.get(f"{PAGE}/review?version=1", headers=ENGLISH)
    assert 'value="As version 1"' in page.text
    assert publish(organiser, seen=2, version=1, note="Back")[1] == f"{PAGE}/3"
    with services.database.reading() as connection:
        third = versions.find(connection, 1, 3)
        first = versions.find(connection, 1, 1)
    assert third is not None
    assert first is not None
    assert third.content == first.content
    assert third.edition.run_id == first.edition.run_id
    assert len(outbox(services)) == 2


def test_without_mails_nobody_is_told_until_it_is_asked_for(
    organiser: FlaskClient, services: Services
) -> None:
    publish(organiser, run=finished(services, EARLY), mails="no")
    assert outbox(services) == []
    page = organiser.get(f"{PAGE}/1", headers=ENGLISH)
    assert "3 people do not know yet what it says." in text_of(page)
    answer = send(organiser, f"{PAGE}/1/mails", {}, seen=f"{PAGE}/1")
    assert answer.location == f"{PAGE}/1"
    assert len(outbox(services)) == 3
    send(organiser, f"{PAGE}/1/mails", {}, seen=f"{PAGE}/review?version=1")
    assert len(outbox(services)) == 3
    assert "3 mails were written about it." in text_of(organiser.get(f"{PAGE}/1", headers=ENGLISH))


def test_mails_are_written_about_the_last_version_only(
    organiser: FlaskClient, services: Services
) -> None:
    publish(organiser, run=finished(services, EARLY), mails="no")
    publish(organiser, seen=1, run=finished(services, LATE), mails="no")
    answer = send(organiser, f"{PAGE}/1/mails", {}, seen=f"{PAGE}/2")
    assert answer.status_code == 404
    assert outbox(services) == []


def test_a_programme_that_breaks_a_rule_is_refused_with_the_words_of_the_rule(
    organiser: FlaskClient, services: Services
) -> None:
    twice = Timetable(meetings=(meeting("anna", "bert"), meeting("anna", "bert", slot="2")))
    key = finished(services, twice)
    review = organiser.get(f"{PAGE}/review?run={key}", headers=ENGLISH)
    assert "anna & bert meet more than once" in text_of(review)
    assert f'action="{PAGE}"' not in review.text
    other = finished(services, EARLY)
    form = {"seen": 0, "mails": "yes", "run": key}
    answer = send(organiser, PAGE, form, seen=f"{PAGE}/review?run={other}")
    assert answer.status_code == 422
    assert "it cannot be published" in text_of(answer)
    with services.database.reading() as connection:
        assert versions.latest(connection, 1) is None


def test_who_stays_below_a_minimum_is_accepted_knowingly(
    organiser: FlaskClient, services: Services
) -> None:
    given = afternoon()
    asking = with_people(
        given, [given.participant_by_id["dries"].model_copy(update={"min_meetings": 1})]
    )
    key = finished(services, EARLY, asking)
    assert publish(organiser, run=key)[0] == 422
    assert publish(organiser, run=key, accepted="yes")[0] == 303


def test_what_the_event_as_it_is_now_would_not_permit_is_said(
    organiser: FlaskClient, services: Services
) -> None:
    key = finished(services, EARLY)
    with services.database.writing() as connection:
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        away = stored.event.participant_by_id["bert"].model_copy(
            update={"unavailable": frozenset({"1"})}
        )
        services.events.replace(connection, 1, with_people(stored.event, [away]))
    page = text_of(organiser.get(f"{PAGE}/review?run={key}", headers=ENGLISH))
    assert "The event has changed since this programme was made" in page
    assert "bert" in page.partition("would not fit any more:")[2][:200]


def test_who_has_left_is_called_by_name_and_once(
    organiser: FlaskClient, services: Services
) -> None:
    key = finished(services, BOTH)
    with services.database.writing() as connection:
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        services.events.replace(connection, 1, without(stored.event, ["bert"]))
    page = text_of(organiser.get(f"{PAGE}/review?run={key}", headers=ENGLISH))
    assert page.count("bert is no longer in the event") == 1
    assert "there is no participant" not in page


def test_two_who_publish_at_once_do_not_overwrite_each_other(
    organiser: FlaskClient, services: Services
) -> None:
    early, late = finished(services, EARLY), finished(services, LATE)
    publish(organiser, run=early)
    code, page = publish(organiser, seen=0, run=late, note="mine")
    assert code == 409
    assert "Somebody else published meanwhile" in page
    with services.database.reading() as connection:
        assert len(versions.history(connection, 1)) == 1


def test_the_history_and_the_differences_of_any_two(
    organiser: FlaskClient, services: Services
) -> None:
    publish(organiser, run=finished(services, EARLY), note="First")
    publish(organiser, seen=1, run=finished(services, LATE))
    publish(organiser, seen=2, run=finished(services, BOTH), note="More")
    page = text_of(organiser.get(PAGE, headers=ENGLISH))
    assert page.index("More") < page.index("First")
    compared = text_of(organiser.get(f"{PAGE}/compare?before=1&after=3", headers=ENGLISH))
    assert "1 change, for 2 people" in compared
    assert "New bert & chloe – 13:45 · table 1" in compared
    assert organiser.get(f"{PAGE}/compare?before=1&after=9").status_code == 404
    assert organiser.get(f"{PAGE}/9").status_code == 404
    assert organiser.get(f"{PAGE}/review?run=none").status_code == 404


def test_pages_take_ten_statements_at_most(organiser: FlaskClient, services: Services) -> None:
    made = [EARLY, LATE, BOTH, EARLY, LATE, BOTH, EARLY, LATE, BOTH, EARLY]
    for number, each in enumerate(made):
        publish(organiser, seen=number, run=finished(services, each))
        settle(services)
    key = finished(services, EARLY)
    for path in ("", "/10", "/compare?before=1&after=9", f"/review?run={key}"):
        statements: list[str] = []

        def count(*args: object, into: list[str] = statements) -> None:
            into.extend([str(args[2])] if args[2] != "BEGIN" else [])

        hooks.listen(services.database.engine, "before_cursor_execute", count)
        assert organiser.get(PAGE + path).status_code == 200
        hooks.remove(services.database.engine, "before_cursor_execute", count)
        assert 0 < len(statements) <= 10, (path, statements)


def test_nobody_who_has_left_is_written_to(organiser: FlaskClient, services: Services) -> None:
    key = finished(services, EARLY)
    with services.database.writing() as connection:
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        services.events.replace(connection, 1, without(stored.event, ["anna"]))
    publish(organiser, run=key, accepted="yes")
    written = {each.letter.recipient.partition("@")[0] for each in outbox(services)}
    assert written == {"bert", "dries"}


def test_who_has_no_address_is_concerned_where_their_agenda_changes_only(
    organiser: FlaskClient, services: Services
) -> None:
    publish(organiser, run=finished(services, EARLY))
    review = organiser.get(f"{PAGE}/review?run={finished(services, LATE)}", headers=ENGLISH)
    assert "chloe" not in text_of(review)
    review = organiser.get(f"{PAGE}/review?run={finished(services, BOTH)}", headers=ENGLISH)
    assert "1 person has no address and gets no mail: chloe" in text_of(review)


def test_who_does_not_come_and_has_nothing_planned_gets_no_mail(
    organiser: FlaskClient, services: Services
) -> None:
    with services.database.writing() as connection:
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        away = frozenset(stored.event.slot_by_id)
        dries = stored.event.participant_by_id["dries"]
        gone = changed(dries, unavailable=away)
        services.events.replace(connection, 1, with_people(stored.event, [gone]))
    publish(organiser, run=finished(services, EARLY))
    written = {each.letter.recipient.partition("@")[0] for each in outbox(services)}
    assert written == {"anna", "bert"}


def test_each_of_two_who_share_an_address_gets_a_mail_about_each_version(
    organiser: FlaskClient, services: Services
) -> None:
    share(services, "anna", "bert")
    publish(organiser, run=finished(services, EARLY))
    assert told(services) == {"anna": 1, "bert": 1, "dries": 1}
    assert "do not know yet" not in text_of(organiser.get(f"{PAGE}/1", headers=ENGLISH))
    settle(services)
    publish(organiser, seen=1, run=finished(services, LATE), mails="no")
    assert "2 people do not know yet" in text_of(organiser.get(f"{PAGE}/2", headers=ENGLISH))
    send(organiser, f"{PAGE}/2/mails", {}, seen=f"{PAGE}/2")
    assert told(services) == {"anna": 1, "bert": 1}


def share(services: Services, one: str, other: str) -> None:
    """Let `other` have the address of `one`."""
    with services.database.writing() as connection:
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        known = stored.event.participant_by_id
        same = changed(known[other], email=known[one].email)
        services.events.replace(connection, 1, with_people(stored.event, [same]))


def told(services: Services) -> Counter[str]:
    """Return how many mails wait for whom."""
    return Counter(each.participant for each in outbox(services))


def test_the_page_of_a_version_names_whom_no_mail_reaches(
    organiser: FlaskClient, services: Services
) -> None:
    publish(organiser, run=finished(services, EARLY))
    page = text_of(organiser.get(f"{PAGE}/1", headers=ENGLISH))
    assert "1 person had no address when it was published" in page
    assert "gets no mail about it: chloe" in page
