"""What working copies begin with: runs, what is published, and copies begun before."""

import re

from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.grid.desk import HELD, PAIR, do, draft_of, published, stands
from tests.web.samples import afternoon
from web.services import Services
from web.store import drafts, run_queue
from web.store.run_queue import Wanted


def test_a_draft_is_begun_from_a_run_and_listed(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    page = text_of(organiser.get(f"{OWN}/grid", headers=ENGLISH))
    assert "As the engine left it organiser" in page
    assert (stands(services).plan.timetable, stands(services).step) == (HELD, 0)
    assert f'href="{address}/tables"' in organiser.get(f"{OWN}/grid").text


def test_a_run_without_a_result_begins_nothing(organiser: FlaskClient, services: Services) -> None:
    with services.database.writing() as connection:
        key = run_queue.add(connection, 1, afternoon(), Wanted(5))
    page = text_of(organiser.get(f"{OWN}/grid", headers=ENGLISH))
    assert "No programme is finished yet." in page
    assert send(organiser, f"{OWN}/grid", {"run": key}, seen=OWN).status_code == 404
    assert send(organiser, f"{OWN}/grid", {"run": "none"}, seen=OWN).status_code == 404


def test_the_grid_says_whose_copy_it_is_and_how_far_from_what_is_published(
    organiser: FlaskClient, services: Services
) -> None:
    key = draft_of(services)
    begin = send(organiser, f"{OWN}/grid", {"run": key}).location
    assert "Nothing is published yet." in text_of(organiser.get(begin, headers=ENGLISH))
    published(services, key)
    page = text_of(organiser.get(begin, headers=ENGLISH))
    assert "Working copy · Programme of" in page
    assert "published now as published in version 1" in page
    do(organiser, begin.removesuffix("/tables"), "move", pair=PAIR, slot="3", table="1")
    page = text_of(organiser.get(begin, headers=ENGLISH))
    assert "published now 1 change, for 2 people, since version 1" in page


def test_what_is_published_stands_first_among_the_programmes_to_begin_with(
    organiser: FlaskClient, services: Services
) -> None:
    keys = [draft_of(services) for _ in range(3)]
    published(services, keys[0])
    page = organiser.get(f"{OWN}/grid", headers=ENGLISH)
    offered = re.findall('name="run" value="([^"]+)"', page.text)
    assert offered == [keys[0], keys[2], keys[1]]
    assert text_of(page).count("published now · Version 1") == 1


def test_opening_a_run_again_goes_on_with_a_draft_in_which_nothing_was_done(
    organiser: FlaskClient, services: Services
) -> None:
    run = {"run": draft_of(services)}
    first = send(organiser, f"{OWN}/grid", run).location
    assert send(organiser, f"{OWN}/grid", run).location == first
    do(organiser, first.removesuffix("/tables"), "lock", pair=PAIR, locked="yes")
    assert send(organiser, f"{OWN}/grid", run).location != first


def test_a_working_copy_need_not_be_gone_on_with(
    organiser: FlaskClient, services: Services
) -> None:
    key = draft_of(services)
    published(services, key)
    address = send(organiser, f"{OWN}/grid", {"run": key}).location.removesuffix("/tables")
    do(organiser, address, "move", pair=PAIR, slot="3", table="1")
    page = organiser.get(f"{OWN}/grid/published/repair", follow_redirects=True, headers=ENGLISH)
    assert "Against what is published it has 1 change so far." in text_of(page)
    afresh = f"{OWN}/grid/published/repair?afresh=yes"
    assert "so far" not in text_of(organiser.get(afresh, headers=ENGLISH))
    sent = {"step": 1, "since": "1", "who": "anna"}
    taken = send(organiser, f"{OWN}/grid/published/repair/take", sent, seen=afresh).location
    assert not taken.startswith(address)
    assert stands(services).plan.timetable.meetings == (HELD.meetings[1],)


def test_looking_at_what_is_published_begins_no_working_copy(
    organiser: FlaskClient, services: Services
) -> None:
    published(services, draft_of(services))
    send(organiser, f"{OWN}/desk/anna", {"act": "absent"}, seen=f"{OWN}/desk")
    address = f"{OWN}/grid/published/repair"
    assert "Without anna" in text_of(organiser.get(address, headers=ENGLISH))
    with services.database.reading() as connection:
        assert drafts.newest(connection, 1) == []
    form = {"step": 1, "since": "1", "who": "anna"}
    taken = send(organiser, f"{address}/take", form, seen=address)
    assert stands(services).step == 1
    again = organiser.get(address, headers=ENGLISH)
    assert again.location == taken.location.replace("/tables", "/repair")
    late = send(organiser, f"{address}/take", form | {"step": 7}, seen=f"{OWN}/desk")
    assert late.status_code == 409
    with services.database.reading() as connection:
        assert len(drafts.newest(connection, 1)) == 1
