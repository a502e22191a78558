"""Bodies of requests, as values."""

import json
from typing import TypeVar

from flask import request
from pydantic import ValidationError

from matchmaker.values import Value
from web.api.problems import Refusal
from web.api.values import FileProblem

AnyValue = TypeVar("AnyValue", bound=Value)
REMEDY = "Send what the description of the API names."


def read_body(kind: type[AnyValue]) -> AnyValue:
    """Return the JSON body of this request; refuses it with every error at once."""
    if not request.is_json:
        raise Refusal(415)
    return value_of(kind, request.get_data())


def value_of(kind: type[AnyValue], text: bytes) -> AnyValue:
    """Return the value that stands in JSON; refuses the request with every error at once."""
    try:
        return kind.model_validate_json(_plain(text), strict=True)
    except ValidationError as error:
        raise Refusal(422, _errors(error)) from error


def _plain(body: bytes) -> bytes:
    """Return JSON with its whole numbers written as such: 5.0 is one; what is no JSON stays."""
    try:
        return json.dumps(json.loads(body, parse_float=_number)).encode()
    except (ValueError, RecursionError):
        return body


def _number(text: str) -> float | int:
    number = float(text)
    return int(number) if number.is_integer() else number


def _errors(error: ValidationError) -> list[FileProblem]:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [
        FileProblem(
            severity="error",
            code=each["type"],
            what=each["msg"],
            remedy=REMEDY,
            column=".".join(map(str, each["loc"])),
        )
        for each in found
    ]
