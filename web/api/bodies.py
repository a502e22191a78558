"""Bodies of requests, as values."""

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
    try:
        return kind.model_validate_json(request.get_data(), strict=True)
    except ValidationError as error:
        raise Refusal(422, _errors(error)) from error


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
