"""The reference names everything there is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from matchmaker.certificate import Certificate
from matchmaker.documents.folder import DOCUMENTS
from matchmaker.reasons.reason import Obstacle
from matchmaker.rules.checker import RULES
from tests.docs.pages import ROOT
from web.cli import app
from web.settings import MailSettings, Settings

REFERENCE = ROOT / "docs" / "reference"
HOW_TO = ROOT / "docs" / "how-to"


def said(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def test_every_rule_stands_with_its_sentence() -> None:
    rows = [line for line in said(REFERENCE / "rules.md").splitlines() if line.startswith("| `")]
    assert rows == [f"| `{name}` | {rule.__doc__} |" for name, rule in RULES.items()]


def commands(group: Any, said_before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command with all the words that call it."""
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if hasattr(command, "list_commands"):
            yield from commands(command, f"{said_before}{name} ")
        else:
            yield said_before + name, command


COMMANDS = dict(commands(get_command(app)))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_described(name: str) -> None:
    text = said(REFERENCE / "commands.md")
    params = COMMANDS[name].params
    options = [option for each in params for option in each.opts if option.startswith("-")]
    assert f"## {name}\n" in text
    assert [each for each in options if f"`{each}" not in text] == []


def test_every_document_is_described() -> None:
    commands, files = said(REFERENCE / "commands.md"), said(REFERENCE / "files.md")
    assert [kind for kind in DOCUMENTS if f"`{kind}`" not in commands] == []
    names = (each.file.format("<participant>") for each in DOCUMENTS.values())
    assert [each for each in names if f"`{each}`" not in files] == []


def test_every_figure_of_the_certificate_is_described() -> None:
    text = said(REFERENCE / "files.md")
    assert [each for each in Certificate.model_fields if f"`{each}`" not in text] == []


def test_every_kind_of_reason_is_described() -> None:
    text = said(HOW_TO / "explain-an-unmet-wish.md")
    assert [each for each in Obstacle if f"| `{each}` |" not in text] == []


def test_every_setting_of_the_website_is_described() -> None:
    text = said(REFERENCE / "web.md")
    own = Settings.model_fields.keys() - {"demo", "smtp"}
    names = [*own, *(f"smtp_{each}" for each in MailSettings.model_fields)]
    variables = (f"MATCHMAKER_{each.upper()}" for each in names)
    assert [each for each in variables if f"`{each}`" not in text] == []
