"""What a browser does for its user, as fast as the server answers: cookies, forms, no pictures."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPResponse
from time import perf_counter
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import (
    BaseHandler,
    HTTPCookieProcessor,
    HTTPRedirectHandler,
    Request,
    build_opener,
)

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
SECONDS = 60.0
Fields = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class Answer:
    """What came: `size` is the bytes of the body as they were sent."""

    status: int
    text: str
    size: int
    location: str


class _Stay(HTTPRedirectHandler):
    """Follows nothing: where an answer leads is part of what is measured."""

    def redirect_request(self, *_: object) -> None:
        """Return no request."""


class Client:
    """One phone at one address of a server."""

    def __init__(self, address: str, language: str = "en") -> None:
        self._address = address.rstrip("/")
        handlers: tuple[BaseHandler, ...] = (HTTPCookieProcessor(), _Stay())
        self._opener = build_opener(*handlers)
        self._opener.addheaders = [("Accept-Language", language)]
        self.times: list[float] = []
        """Seconds until each answer was there."""

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self._answer(Request(self._address + path))

    def send(self, path: str, fields: Fields, seen: str | None = None) -> Answer:
        """Send a form, with what the page `seen`, else the one at `path`, hides in it."""
        page = self.get(path if seen is None else seen)
        hidden = {name: html.unescape(value) for name, value in HIDDEN.findall(page.text)}
        body = urlencode(hidden | dict(fields), doseq=True).encode()
        return self._answer(Request(self._address + path, body))

    def authorise(self, token: str) -> None:
        """Send `token` with each request from now on."""
        self._opener.addheaders.append(("Authorization", f"Bearer {token}"))

    def post_json(self, path: str, body: str) -> Answer:
        """Send JSON to the API."""
        kind = {"Content-Type": "application/json"}
        return self._answer(Request(self._address + path, body.encode(), kind))

    def _answer(self, request: Request) -> Answer:
        begun = perf_counter()
        try:
            response: HTTPResponse | HTTPError = self._opener.open(request, timeout=SECONDS)
        except HTTPError as error:
            response = error
        with response:
            body = response.read()
            location = response.headers.get("Location", "")
        self.times.append(perf_counter() - begun)
        return Answer(response.status or 0, body.decode("utf-8", "replace"), len(body), location)
