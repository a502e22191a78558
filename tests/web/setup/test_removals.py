"""What is used is kept."""

from flask.testing import FlaskClient

from tests.web.browsing import text_of
from tests.web.samples import afternoon
from tests.web.setup.sending import event, form_of, send
from web.services import Services


def test_what_is_used_is_not_removed_by_mistake(organiser: FlaskClient, services: Services) -> None:
    answer = send(organiser, "day", form_of(organiser, "day"), remove_4=["yes"])
    assert answer.status_code == 422
    assert "a sitting of “Finance”" in text_of(answer)
    assert event(services) == afternoon()
    free = send(organiser, "day", form_of(organiser, "day"), remove_1=["yes"])
    assert free.status_code == 303
    assert [each.id for each in event(services).slots] == ["2", "3", "4"]
