"""The server behind the pages answers many telephones at once."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from threading import Thread

import pytest
from flask import Flask
from waitress import wasyncore  # type: ignore[import-untyped]

from web.listening import bound, listening
from web.settings import Settings

PHONES = 150


@pytest.fixture
def port(app: Flask, settings: Settings) -> Iterator[int]:
    server = listening(app, bound("127.0.0.1", 0), settings)
    thread = Thread(target=server.run)
    thread.start()
    yield int(server.effective_port)
    server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
    thread.join(10)
    server.task_dispatcher.shutdown()


def test_telephones_that_keep_their_connection_keep_nobody_waiting(port: int) -> None:
    with ExitStack() as held:
        answers = []
        for _ in range(PHONES):
            phone = held.enter_context(closing(HTTPConnection("127.0.0.1", port, timeout=10)))
            phone.request("GET", "/static/mark.svg")
            answer = phone.getresponse()
            answer.read()
            answers.append(answer.status)
    assert answers == [200] * PHONES
