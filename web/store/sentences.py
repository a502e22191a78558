"""Sentences as they are stored: template and values, so that each reader has their language."""

import json
from typing import Any

from matchmaker.messages import Message


def packed(sentence: Message) -> list[Any]:
    """Return a sentence as a list for JSON."""
    return [sentence.template, dict(sentence.values)]


def written(sentence: Message | None) -> str:
    """Return a sentence as text; nothing for none."""
    return "" if sentence is None else json.dumps(packed(sentence))


def read(text: str) -> Message | None:
    """Return the sentence that was `written` as `text`, or None."""
    return Message(*json.loads(text)) if text else None
