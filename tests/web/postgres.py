"""A PostgreSQL server for as long as a test needs it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAMS = ("initdb", "pg_ctl")
# The server refuses to be run by root.
USER = "nobody" if os.geteuid() == 0 else None


def missing() -> str:
    """Return why no server can be started here, empty where one can."""
    absent = [each for each in PROGRAMS if shutil.which(each) is None]
    return f"not installed: {', '.join(absent)}" if absent else ""


@contextmanager
def server() -> Iterator[str]:
    """Start a server on a socket in a folder of its own; give its URL."""
    with TemporaryDirectory(prefix="matchmaker-pg-") as name:
        folder = Path(name)
        if USER is not None:
            shutil.chown(folder, USER)
        data = str(folder / "data")
        _run("initdb", "-D", data, "-U", "tests", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        _run("pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield f"postgresql+psycopg://tests@/postgres?host={folder}"
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _run(program: str, *arguments: str) -> None:
    found = shutil.which(program)
    assert found is not None
    subprocess.run([found, *arguments], check=True, user=USER, cwd="/", stdout=subprocess.DEVNULL)
