"""Every sentence that the pages say, found in the templates and in the Python of `web`."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

import web
from tests.matchmaker.locales.sentences import Sentence, said

WEB = Path(web.__file__).parent
# The command line has a catalogue of its own.
PAGES = [
    each for each in WEB.rglob("*.py") if each.name != "cli.py" and "commands" not in each.parts
]


def sentences() -> set[Sentence]:
    """Return every sentence that needs a translation."""
    templates = (WEB / "templates").glob("*.html")
    found = {each for path in templates for each in of_template(path.read_text("utf-8"))}
    return found | said(PAGES, {"message", "said"})


def of_template(source: str) -> Iterator[Sentence]:
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in ("_", "ngettext"):
            count = 1 if call.node.name == "_" else 2
            literals = [each for each in call.args[:count] if isinstance(each, nodes.Const)]
            assert len(literals) == count, f"not a literal, line {call.lineno}"
            yield tuple(str(each.value) for each in literals)
