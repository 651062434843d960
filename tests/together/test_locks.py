"""What a held row stops, and what it must not: on PostgreSQL, where rows are locked one by one."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import models
from tests import make
from tests.cast import Cast
from tests.together import deeds


@pytest.fixture
def postgres_cast(postgres_url: str) -> Any:
    """The cast, in a PostgreSQL database."""
    database = models.connect(postgres_url)
    with database.connection_context():
        yield Cast()


def test_somebody_whose_own_row_is_held_can_still_work(postgres_cast: Any) -> None:
    """Or each would wait for the other: one for the chain of events, one for the person the event names."""
    whose = make.customer(postgres_cast.omar)
    told = {"customer": whose.id, "version": 0, "name": "Robin Two"}
    with ThreadPoolExecutor(1) as pool, models.writing():
        held = postgres_cast.omar.fresh()
        work = pool.submit(deeds.attempt, "rename", held.id, told, make.MONDAY, threading.Barrier(1))
        assert work.result(timeout=20) == ("done", whose.id)
