"""Whoever is killed in the middle of an import has lost nothing and written nothing half."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH
from tests.web.conftest import CHEAP
from tests.web.handles import SECRET
from tests.web.imports.test_steps import matched, stored, waiting
from tests.web.test_importing import take
from web.services import Services

ROOT = Path(__file__).parents[3]
DIES = """
import os, signal, sys
from pydantic import SecretStr
from tests.web.browsing import log_in
from tests.web.test_importing import take
from web.app import create_app
from web.imports import views
from web.settings import Settings

def die(*_args, **_details):
    # The event is replaced already, but nothing is committed yet.
    os.kill(os.getpid(), signal.SIGKILL)

url, secret, password, preview = sys.argv[1:]
app = create_app(Settings(secret_key=SecretStr(secret), organiser_password_hash=password,
                          database_url=url, cookie_secure=False))
views.note = die
client = app.test_client()
log_in(client)
take(client, preview)
"""


def test_killed_while_it_is_taken_over_the_event_is_as_it_was_and_the_files_wait(
    organiser: FlaskClient, services: Services
) -> None:
    before = stored(services)
    preview = waiting(organiser)
    matched(organiser, preview)
    command = [sys.executable, "-c", DIES, services.database.url, SECRET, CHEAP, preview]
    died = subprocess.run(command, cwd=ROOT, env=os.environ, check=False)
    assert died.returncode == -signal.SIGKILL
    assert stored(services) == before
    assert "Emma Claes" in organiser.get(preview, headers=ENGLISH).text
    assert take(organiser, preview).status_code == 303
    assert "emma" in stored(services).participant_by_id
