"""Two people at once on both engines: as threads of one process, and where a test asks for them as two processes.

A lock of the database knows no difference: processes are tried with one deed that locks a file and one that locks none.
"""

import datetime as dt
import multiprocessing
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import models
from tests.together import deeds

Job = tuple[str, int, dict[str, Any], dt.datetime]
Together = Callable[..., list[deeds.Outcome]]


@pytest.fixture(scope="session")
def two_processes() -> Iterator[Any]:
    """Two processes that wait for jobs for as long as the tests run, and meet at a barrier before each."""
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(2)
    pairs = [context.Pipe() for _ in range(2)]
    running = [context.Process(target=deeds.process, args=(far, ready), daemon=True) for _, far in pairs]
    for one in running:
        one.start()
    yield [near for near, _ in pairs]
    for near, _ in pairs:
        near.send(None)
    for one in running:
        one.join(10)


@pytest.fixture
def together(request: pytest.FixtureRequest, db_url: str, db: Any) -> Together:
    """Does two jobs (deed, actor's id, what it is told, moment) in the same moment; answers both outcomes."""
    if getattr(request, "param", "threads") == "threads":
        return in_threads
    near = request.getfixturevalue("two_processes")

    def run(*jobs: Job) -> list[deeds.Outcome]:
        for pipe, job in zip(near, jobs, strict=True):
            pipe.send((db_url, *job))
        return [pipe.recv() for pipe in near]

    return run


def in_threads(*jobs: Job) -> list[deeds.Outcome]:
    """The jobs, each in a thread with a connection of its own."""
    ready = threading.Barrier(len(jobs))
    with ThreadPoolExecutor(len(jobs)) as pool:
        return [one.result() for one in [pool.submit(deeds.attempt, *job, ready) for job in jobs]]


@pytest.fixture
def threads(db: Any) -> Together:
    """The same for any number of jobs, in threads only."""
    assert models.db.obj is db
    return in_threads
