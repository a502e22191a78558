"""The description of the API, made of its operations and of the types that they take and give."""

import re
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from matchmaker.values import Value
from web.api.mapping import PART
from web.api.operations import FILES, JSON, OPERATIONS, Operation
from web.api.problems import DETAILS, KIND
from web.api.values import Fault
from web.rights import RIGHTS, Right

Json = dict[str, Any]
ALWAYS = (400, 401, 403, 429)
"""Faults with which any operation may answer."""
PARAMETERS = re.compile(r"<(?:(int)\(min=(\d+),max=(\d+)\):)?(\w+)>")
REFERENCE = "#/components/schemas/{model}"
WALL_CLOCK = "Date and time on the clocks of the event, like 2027-03-18T09:00:00."
ABOUT = "Matchmaking days for other programs: import, solve, timetables, documents."


@cache
def description() -> Json:
    """Return the OpenAPI description of every operation."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "matchmaker", "version": "1", "description": ABOUT},
        "servers": [{"url": "/api/v1"}],
        "security": [{"token": []}],
        "paths": _paths(),
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
            "responses": {str(status): _fault(status) for status in DETAILS},
        },
    }


def _paths() -> Json:
    paths: Json = {}
    for each in OPERATIONS:
        paths.setdefault(address(each), {})[each.method.lower()] = _described(each)
    return paths


def address(made: Operation) -> str:
    """Return the address of an operation as OpenAPI writes it."""
    return PARAMETERS.sub(lambda found: f"{{{found[4]}}}", made.path)


def _described(made: Operation) -> Json:
    told: Json = {
        "operationId": made.name,
        "summary": made.summary,
        "description": _needed(made.right),
        "parameters": [*map(_parameter, PARAMETERS.finditer(made.path)), *_headers(made)],
        "responses": {str(made.status): _answer(made), **_faults(made)},
    }
    if made.takes is not None:
        told["requestBody"] = {"required": True, "content": _body(made)}
    return told


def _needed(right: Right | None) -> str:
    if right is None:
        return "For any token."
    roles = ", ".join(role for role, rights in RIGHTS.items() if right in rights)
    return f"For tokens with one of the roles: {roles}."


def _parameter(found: re.Match[str]) -> Json:
    kind, least, most, name = found.groups()
    schema: Json = {"type": "string", "minLength": 1}
    if kind:
        schema = {"type": "integer", "minimum": int(least), "maximum": int(most)}
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _headers(made: Operation) -> list[Json]:
    if not made.takes_files:
        return []
    about = "The revision, as ETag of the content, that the event must still have."
    schema = {"type": "string", "pattern": '^"[0-9]{1,9}"$'}
    return [{"name": "If-Match", "in": "header", "description": about, "schema": schema}]


def _body(made: Operation) -> Json:
    content = {JSON: {"schema": _reference(made.takes)}}
    if made.takes_files:
        files = {"type": "array", "items": {"type": "string", "format": "binary"}, "minItems": 1}
        parts = {"files": files, **_beside(made)}
        shape = {"type": "object", "properties": parts, "required": ["files"]}
        content[FILES] = {"schema": shape}
        content[FILES]["encoding"] = {each: {"contentType": JSON} for each in _beside(made)}
    return content


def _beside(made: Operation) -> Json:
    return {PART: _reference(made.beside_files)} if made.beside_files else {}


def _answer(made: Operation) -> Json:
    if made.gives is None:
        schema = {"type": "string", "format": "binary"}
        return {"description": "The file.", "content": {"*/*": {"schema": schema}}}
    about = (made.gives.__doc__ or "").strip().splitlines()[0]
    return {"description": about, "content": {JSON: {"schema": _reference(made.gives)}}}


def _faults(made: Operation) -> Json:
    statuses = sorted({*ALWAYS, *made.faults})
    return {str(each): {"$ref": f"#/components/responses/{each}"} for each in statuses}


def _fault(status: int) -> Json:
    content = {KIND: {"schema": _reference(Fault)}}
    return {"description": str(DETAILS[status]), "content": content}


def _reference(kind: type[Value] | None) -> Json:
    return {"$ref": REFERENCE.format(model=kind.__name__ if kind else "")}


def _schemas() -> Json:
    used = [kind for each in OPERATIONS for kind in (each.takes, each.gives, each.beside_files)]
    kinds = {kind for kind in used if kind} | {Fault}
    named = sorted(kinds, key=lambda kind: kind.__name__)
    _, found = models_json_schema([(kind, "validation") for kind in named], ref_template=REFERENCE)
    schemas: Json = found["$defs"]
    for each in ("start", "end"):
        # Times of a programme have no offset, so they are no “date-time” of JSON Schema.
        moment = schemas["Slot"]["properties"][each]
        del moment["format"]
        moment["description"] = WALL_CLOCK
    return schemas
