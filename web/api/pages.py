"""What can be read about the API: its description for programs, and a page for people."""

import json

from flask import Response, render_template

from web.api.openapi import address, description
from web.api.operations import JSON, OPERATIONS, public


@public("/openapi.json")
def openapi() -> Response:
    """Give the OpenAPI description."""
    return Response(json.dumps(description()), mimetype=JSON)


@public("/docs")
def docs() -> str:
    """Show what can be done, one line an operation."""
    return render_template("api.html", operations=OPERATIONS, address=address)
