"""Operations of the API: each says what it takes, gives and asks for, and so describes itself."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from matchmaker import formats
from matchmaker.certificate import Certificate
from matchmaker.event import Event
from matchmaker.timetable import Timetable
from matchmaker.values import Value
from web.access import everybody, member, permitted
from web.api.bodies import read_body
from web.api.problems import answered
from web.limits import api_limit, api_reader, limiter
from web.rights import Right

api = Blueprint("api", __name__, url_prefix="/api/v1")
limiter.limit(api_limit, key_func=api_reader)(api)

JSON = "application/json"
FILES = "multipart/form-data"
View = Callable[..., Any]


@dataclass(frozen=True)
class Operation:
    """One operation as its description needs it.

    `gives` is the type of the answer, None for the bytes of a file; `takes` the type of the body;
    `beside_files` that of what may be said of files sent instead; `faults` the statuses it may
    answer with beside those that any operation may.
    """

    name: str
    method: str
    path: str
    summary: str
    right: Right | None
    gives: type[Value] | None
    status: int = 200
    takes: type[Value] | None = None
    takes_files: bool = False
    beside_files: type[Value] | None = None
    faults: tuple[int, ...] = ()


OPERATIONS: list[Operation] = []


def operation(
    method: str, path: str, right: Right | None, gives: type[Value] | None, **more: Any
) -> Callable[[View], View]:
    """Make a view an operation at `path`; `more` are further fields of Operation.

    A view that takes a value is given it as `body`; one that takes files, too, reads them itself.
    Without `right` any token will do.
    """

    def registered(view: View) -> View:
        summary = (view.__doc__ or "").strip().splitlines()[0]
        made = Operation(view.__name__, method, path, summary, right, gives, **more)
        OPERATIONS.append(made)
        answer = _answering(view, made)
        opened = member(answer) if right is None else permitted(right)(answer)
        api.add_url_rule(path, made.name, opened, methods=[method])
        return view

    return registered


def public(path: str) -> Callable[[View], View]:
    """Make a view a page about the API that everybody may read."""

    def registered(view: View) -> View:
        api.add_url_rule(path, view.__name__, everybody(view))
        return view

    return registered


def _answering(view: View, made: Operation) -> Callable[..., ResponseReturnValue]:
    @wraps(view)
    @answered
    def answer(**arguments: Any) -> ResponseReturnValue:
        if made.takes is not None and not made.takes_files:
            arguments["body"] = read_body(made.takes)
        given = view(**arguments)
        return given if isinstance(given, Response) else (_written(given), made.status)

    return answer


def _written(value: Value) -> Response:
    plain = isinstance(value, Event | Timetable | Certificate)
    return Response(formats.to_json(value) if plain else value.model_dump_json(), mimetype=JSON)
