"""The folder of one run of the post: its job, how far the printing process is, and the PDF; emptied when it is closed.

It lies in the data folder (`post/<number>/`), readable by its owner only, for it holds letters. The printing process
holds a lock that it inherits and that ends with it, however it ends: so a page can always tell whether it still works.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from letterpress.print.pdf_run import JOB, OWN, PDF, PROGRESS, put

ROOT = Path(__file__).resolve().parents[2]
LOCK = "lock"
TRIES = 3

_home: Path | None = None
_ours: dict[int, subprocess.Popen[bytes]] = {}


@dataclass(frozen=True)
class State:
    """How a run's printing stands.

    `step`: none, letters, joining, done, unavailable (no PDF can be made here) or stopped (it died).
    """

    step: str
    made: int = 0
    of: int = 0
    pages: int = 0
    failed: tuple[int, ...] = ()
    has_pdf: bool = False

    @property
    def working(self) -> bool:
        """True while the process works; nothing is ready to be closed yet."""
        return self.step in ("letters", "joining")


def use(folder: Path) -> None:
    """Keep the runs' folders in this one from now on; it need not exist."""
    global _home
    _home = folder


def _folder(run: int) -> Path:
    assert _home is not None
    return _home / str(run)


def start(run: int, job: Mapping[str, Any], files: Mapping[str, str]) -> bool:
    """Write the job with its files afresh and start the process; False where it works on this run already."""
    folder = _folder(run)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _write(folder, job, files)
        _reap()
        nothing = subprocess.DEVNULL
        _ours[run] = subprocess.Popen(  # noqa: S603 -- a fixed command: this Python, this module, our own folder
            [sys.executable, "-m", "letterpress.print.pdf_run", str(folder)],
            stdin=nothing, stdout=nothing, stderr=nothing,
            cwd=ROOT, pass_fds=[lock], start_new_session=True,
        )  # fmt: skip
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True


def _write(folder: Path, job: Mapping[str, Any], files: Mapping[str, str]) -> None:
    for name in (PDF, PROGRESS):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / OWN, ignore_errors=True)
    (folder / OWN).mkdir(mode=0o700)
    for name, text in files.items():
        put(folder / name, text.encode())
    put(folder / JOB, json.dumps(job).encode())


def _reap() -> None:
    """Forget the processes that have ended."""
    for run in [run for run, process in _ours.items() if process.poll() is not None]:
        del _ours[run]


def state(run: int) -> State:
    """How the printing of this run stands now."""
    folder = _folder(run)
    works = _is_held(folder / LOCK)
    try:
        told = json.loads((folder / PROGRESS).read_bytes())
    except (FileNotFoundError, ValueError):
        known = (folder / JOB).exists()
        return State("letters" if works else "stopped" if known else "none", of=_asked(folder) if known else 0)
    finished = told["step"] in ("done", "unavailable")
    told["failed"] = tuple(told["failed"])
    if not works and not finished:
        told["step"] = "done" if (folder / PDF).exists() else "stopped"
    return State(has_pdf=(folder / PDF).exists(), **told)


def _asked(folder: Path) -> int:
    try:
        return len(json.loads((folder / JOB).read_bytes())["letters"])
    except (FileNotFoundError, ValueError):
        return 0


def _is_held(path: Path) -> bool:
    try:
        lock = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(lock)
    return False


def pdf(run: int) -> bytes | None:
    """The run's PDF, where it is made."""
    return _read(_folder(run) / PDF)


def own(run: int, letter: int) -> bytes | None:
    """One letter of the run as a PDF of its own, where it was made."""
    return _read(_folder(run) / OWN / f"{letter}.pdf")


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def empty(run: int) -> None:
    """Take the folder away with all that is in it; a process that still works there finds it gone and ends."""
    for _ in range(TRIES):
        shutil.rmtree(_folder(run), ignore_errors=True)
        if not _folder(run).exists():
            break
    _reap()
