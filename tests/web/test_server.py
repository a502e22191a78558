"""`serve` on one machine: address, demo, worker that is kept alive."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from threading import Event as Flag
from threading import Thread

import pytest
from flask.testing import FlaskClient

from matchmaker.errors import MatchmakerError
from tests.web.test_runs import start
from web.jobs.supervisor import Supervisor
from web.listening import bound
from web.server import sample_event, serve
from web.services import Services
from web.settings import Settings, SettingsError
from web.store import runs as store
from web.store.runs import State

ROOT = Path(__file__).parents[2]


def test_without_safe_settings_nothing_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in os.environ if each.startswith("MATCHMAKER_")]:
        monkeypatch.delenv(name)
    with pytest.raises(SettingsError, match="MATCHMAKER_SECRET_KEY"):
        serve(port=0)


def test_a_demo_is_not_served_to_others() -> None:
    with pytest.raises(SettingsError, match="this machine only"):
        serve(host="0.0.0.0", demo=True)


def test_a_port_in_use_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(MatchmakerError, match=f"Cannot listen on 127.0.0.1:{port}"):
            bound("127.0.0.1", port)


@pytest.fixture
def supervisor(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Supervisor]:
    pytest.importorskip("solver.solve")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    made = Supervisor(settings.model_copy(update={"stale_seconds": 1.0}))
    made.start()
    yield made
    made.stop()


def wait_for(services: Services, state: State) -> None:
    for _ in range(600):
        with services.database.writing() as connection:
            run = store.newest(connection, 1)[0]
        if run.state is state:
            return
        time.sleep(0.1)
    pytest.fail(f"the run is {run.state}: {run.failure}")


def test_the_worker_solves_while_pages_answer_and_is_replaced_when_killed(
    organiser: FlaskClient, services: Services, supervisor: Supervisor
) -> None:
    start(organiser, 5)
    wait_for(services, State.DONE)
    before = supervisor.process_id
    assert before is not None
    os.kill(before, signal.SIGKILL)
    start(organiser, 5)
    wait_for(services, State.DONE)
    assert supervisor.process_id != before


def test_the_worker_ends_when_the_server_is_gone(settings: Settings, services: Services) -> None:  # noqa: ARG001
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "MATCHMAKER_DATABASE_URL": settings.database_url,
    }
    with subprocess.Popen(
        [sys.executable, "-m", "web.jobs.worker"], env=environment, stdin=subprocess.PIPE
    ) as worker:
        assert worker.stdin is not None
        worker.stdin.close()
        assert worker.wait(60) == 0


@pytest.mark.skipif(
    not (sample_event() / "event.toml").is_file(), reason="the sample event is not there yet"
)
def test_a_demo_says_its_address_and_password_and_answers(tmp_path: Path) -> None:
    code = "from web.server import serve; serve(port=0, demo=True)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        said: list[str] = []
        enough = Flag()
        Thread(target=_read, args=(process, said, enough), daemon=True).start()
        assert enough.wait(60)
        assert said[0].startswith("The organiser's password of this demo: ")
        address = said[1].removeprefix("Serving on ").split()[0]
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200
        process.terminate()
        assert process.wait(60) == 0
    assert list(tmp_path.iterdir()) == []


def _read(process: "subprocess.Popen[str]", said: list[str], enough: Flag) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line)
        if len(said) == 2:
            enough.set()
