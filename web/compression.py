"""Smaller answers for phones on a venue's network, also where no proxy stands in front."""

import gzip

from flask import Flask, Response, request

SMALLEST = 1400
KINDS = frozenset({"text/html", "text/css", "text/javascript", "image/svg+xml", "application/json"})


def _compress(response: Response) -> Response:
    if response.mimetype not in KINDS or request.method != "GET" or response.status_code != 200:
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"]:
        return response
    response.direct_passthrough = False
    content = response.get_data()
    if len(content) >= SMALLEST:
        response.set_data(gzip.compress(content, 5))
        response.headers["Content-Encoding"] = "gzip"
        if (tag := response.get_etag()[0]) is not None:
            response.set_etag(tag, weak=True)
    return response


def install(app: Flask) -> None:
    """Compress the texts of `app` for browsers that can read them so."""
    app.after_request(_compress)
