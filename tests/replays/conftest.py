"""Lets the checks of the replays say what they saw, as a test's own asserts do."""

import pytest

pytest.register_assert_rewrite("tests.replays.asked", "tests.replays.stage")
