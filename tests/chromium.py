"""Finds the Chromium that the browser tests drive; `python -m tests.chromium --install` also fetches one.

The order: $CHROMIUM, a browser on the PATH, Chrome on macOS, one that Playwright fetched earlier. Installing is tried
with apt as root on Debian, with Playwright elsewhere; where neither works one line says so and the tests are skipped.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
PACKAGES = ("chromium", "libatomic1", "fonts-liberation")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-gpu",
    "--disable-dev-shm-usage",
)
ABSENT = "No Chromium was found: install chromium, or name a browser in CHROMIUM."


def find() -> str | None:
    """The path of a usable browser, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in NAMES:
        path = shutil.which(name)
        if path and not _is_snap_stub(path):
            return path
    if Path(ON_MACOS).exists():
        return ON_MACOS
    return _fetched_by_playwright()


def _is_snap_stub(path: str) -> bool:
    """Ubuntu's chromium package is a script that asks for a snap."""
    real = Path(path).resolve()
    return real.stat().st_size < 20_000 and b"snap" in real.read_bytes() and not Path("/snap/bin/chromium").exists()


def _fetched_by_playwright() -> str | None:
    default = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "ms-playwright"
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", default))
    found = sorted(folder.glob("chromium-*/chrome-*/chrome"))
    return str(found[-1]) if found else None


def _debian_root() -> bool:
    release = Path("/etc/os-release")
    return (
        hasattr(os, "geteuid")
        and os.geteuid() == 0
        and bool(shutil.which("apt-get"))
        and release.exists()
        and "\nID=debian" in "\n" + release.read_text()
    )


def install() -> None:
    """Try to get a browser onto this machine; what the tool says is shown, and nothing is raised."""
    if _debian_root():
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
        command = ["apt-get", "install", "-qy", "--no-install-recommends", *PACKAGES]
        subprocess.run(command, env=quiet, check=False)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    if find() is None and "--install" in sys.argv and not os.environ.get("CHROMIUM"):
        install()
    path = find()
    print(path or ABSENT)
    sys.exit(path is None)
