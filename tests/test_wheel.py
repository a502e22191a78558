"""The installed product owns exactly its three names and carries all it needs."""

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("wheel")
    built = next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"]))
    with zipfile.ZipFile(built) as wheel:
        return wheel.namelist()


def test_each_top_level_name_is_ours(names: list[str]) -> None:
    top = {name.split("/")[0] for name in names}
    assert {each for each in top if not each.endswith(".dist-info")} == {
        "matchmaker",
        "solver",
        "web",
    }


@pytest.mark.parametrize(
    "path",
    [
        "web/sample_event/event.toml",
        "web/sample_event/participants.csv",
        "web/sample_event/wishes.csv",
        "matchmaker/locales/fr/documents.po",
        "matchmaker/locales/nl/web.po",
        "matchmaker/py.typed",
    ],
)
def test_the_wheel_carries(names: list[str], path: str) -> None:
    assert path in names


@pytest.mark.parametrize(
    ("folder", "suffix"),
    [
        ("matchmaker/documents/fonts/", ".ttf"),
        ("web/templates/", ".html"),
        ("web/static/", ".css"),
    ],
)
def test_the_wheel_carries_every_file_of(names: list[str], folder: str, suffix: str) -> None:
    here = {f.relative_to(ROOT).as_posix() for f in (ROOT / folder).rglob(f"*{suffix}")}
    assert here
    assert here <= set(names)


def test_nothing_of_the_tests_is_installed(names: list[str]) -> None:
    assert [name for name in names if "test" in name.split("/")[0]] == []
