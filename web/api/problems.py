"""Faults as application/problem+json (RFC 9457)."""

from collections.abc import Callable, Iterable
from functools import wraps
from http import HTTPStatus
from typing import Any

from flask import Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from matchmaker.errors import InputError, Problem
from matchmaker.messages import Message, message
from web.api.values import Fault, FileProblem
from web.languages import say

PREFIX = "/api/"
KIND = "application/problem+json"

DETAILS: dict[int, Message] = {
    400: message("The request could not be understood."),
    401: message("Send a valid token in the header “Authorization: Bearer …”."),
    403: message("The role of this token does not allow that."),
    404: message("There is nothing here, or this token does not open it."),
    405: message("This address does not take that method."),
    409: message("The run is not in a state in which that can be done."),
    412: message("The event has changed since that revision. Read it again, then send anew."),
    413: message("What was sent is larger than allowed."),
    415: message("Send the kind of content that the description of the API names."),
    422: message("What was sent cannot be taken; the errors say why."),
    429: message("Too many requests. Wait a minute, then try again."),
    500: message("The program failed; nothing was changed. Its log says more."),
}


class Refusal(Exception):  # noqa: N818 -- an answer to the caller, not a fault of the program
    """A request that is not done, with the status and all that is to be mended."""

    def __init__(self, status: int, errors: Iterable[FileProblem] = ()) -> None:
        super().__init__(status)
        self.status, self.errors = status, tuple(errors)


def is_wanted() -> bool:
    """Tell whether the reader of this answer is a program."""
    return request.path.startswith(PREFIX)


def problem(
    status: int, errors: Iterable[FileProblem] = (), headers: Any = None
) -> ResponseReturnValue:
    """Return the answer for `status`."""
    known = status if status in DETAILS else (400 if status < 500 else 500)
    title = HTTPStatus(status).phrase
    fault = Fault(title=title, status=status, detail=say(DETAILS[known]), errors=tuple(errors))
    response = Response(fault.model_dump_json(), status, mimetype=KIND)
    response.headers.extend(headers or {})
    return response


def of_http(error: HTTPException) -> ResponseReturnValue:
    """Return the answer for an exception of the framework, with the headers it asks for."""
    asked = {name: value for name, value in error.get_headers() if name != "Content-Type"}
    return problem(error.code or 500, headers=asked)


def described(found: Problem, domain: str = "registrations") -> FileProblem:
    """Return a problem of the input in the reader's language."""
    return FileProblem(
        severity=found.severity.value,
        code=found.code,
        what=say(found.what, domain),
        remedy=say(found.remedy, domain),
        file=found.file,
        row=found.row,
        column=found.column,
    )


def refused(reason: Message) -> FileProblem:
    """Return why files were not even read."""
    said = say(reason)
    return FileProblem(severity="error", code="files", what=said, remedy=say(DETAILS[415]))


def answered(view: Callable[..., ResponseReturnValue]) -> Callable[..., ResponseReturnValue]:
    """Let what `view` refuses be said as a problem."""

    @wraps(view)
    def answer(**arguments: Any) -> ResponseReturnValue:
        try:
            return view(**arguments)
        except Refusal as refusal:
            return problem(refusal.status, refusal.errors)
        except InputError as error:
            return problem(422, map(described, error.problems))

    return answer
