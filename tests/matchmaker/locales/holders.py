"""What in Python sources and templates holds sentences, and what nothing refers to."""

import ast
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

Holder = ast.FunctionDef | ast.Assign | ast.AnnAssign
WORD = re.compile(r"\w+")
MACRO = re.compile(r"\{%-? macro (\w+)")


def unreferred(sources: Collection[Path], speakers: Collection[str], others: str = "") -> set[str]:
    """Return what holds a sentence but is named nowhere else in `sources`, nor in `others`.

    Whatever has a decorator is called by others; methods of Python itself are, too.
    """
    texts = [each.read_text("utf-8") for each in sources]
    named = Counter(word for text in (*texts, others) for word in WORD.findall(text))
    held = Counter(name for text in texts for name in _holders(ast.parse(text), speakers))
    return {name for name, count in held.items() if named[name] <= count}


def unused_parts(templates: Collection[Path], sources: Iterable[Path]) -> set[str]:
    """Return the templates that nothing shows, and the macros that nothing calls."""
    texts = {each.name: each.read_text("utf-8") for each in templates}
    pages = "\n".join(texts.values())
    whole = pages + "\n".join(each.read_text("utf-8") for each in sources)
    macros = Counter(name for name in MACRO.findall(pages))
    named = Counter(WORD.findall(pages))
    silent = {name for name, count in macros.items() if named[name] <= count}
    return silent | {name for name in texts if f'"{name}"' not in whole}


def _holders(tree: ast.Module, speakers: Collection[str]) -> Iterator[str]:
    """Yield the names of functions, and of constants outside of them, that hold sentences."""
    functions = (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef))
    own = (e for e in functions if not e.decorator_list and not e.name.startswith("__"))
    yield from (each.name for each in own if _speaks(each, speakers))
    for each in tree.body:
        if isinstance(each, ast.Assign | ast.AnnAssign) and _speaks(each, speakers):
            targets = each.targets if isinstance(each, ast.Assign) else [each.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def _speaks(node: Holder, speakers: Collection[str]) -> bool:
    calls = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
    return any(getattr(each, "id", getattr(each, "attr", "")) in speakers for each in calls)
