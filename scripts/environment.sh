#!/bin/sh
# Makes .venv hold exactly the packages of the list named as argument; does nothing when it already does.
# What was installed is remembered only after pip has finished, so a broken-off attempt is made good the next time.
set -eu
list=$1
remembered=.venv/installed-$(basename "$list")

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

usable() { # a Python of 3.11 or later
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

wanted() { # what the environment should hold, and for which Python
    .venv/bin/python -VV 2>/dev/null || return 1
    cat "$list"
}

if [ -f "$remembered" ] && wanted | cmp -s - "$remembered"; then
    exit 0
fi

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=
    for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if usable "$candidate"; then python=$candidate; break; fi
    done
    [ -n "$python" ] || stop "Evenhand needs Python 3.11 or later: on Debian or Ubuntu, apt-get install python3 python3-venv; on macOS, brew install python."
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        stop "Python's virtual environments are missing: on Debian or Ubuntu, apt-get install python3-venv."
    rm -rf .venv
    "$python" -m venv .venv || stop "The virtual environment .venv could not be made: see the lines above."
fi

echo "Installing the packages of $list (this takes a minute the first time)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r "$list" ||
    stop "The packages could not be installed: the first start needs a network connection; run the command again when there is one."
wanted >"$remembered"
