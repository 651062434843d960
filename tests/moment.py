"""The moment at which all tests run: one Monday in the middle of a morning, in summer, on a clock that stands.

`TESTS_NOW=2026-10-31T23:30+00:00 make test` runs them at another, which must make no difference. Programs that a test
starts beside itself (a server, the maker of PDFs) have the clock of the machine, and nothing compares the two.
"""

import datetime as dt
import os

import time_machine

NOW = dt.datetime.fromisoformat(os.environ.get("TESTS_NOW", "2026-09-14T10:30+01:00")).astimezone(dt.UTC)

_clock = time_machine.travel(NOW, tick=False)
_clock.start()
