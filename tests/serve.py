"""A real server in this process, for a browser; it ends when the last answer is given and never under one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from waitress import wasyncore
from waitress.server import create_server


@contextmanager
def served(app: Any) -> Iterator[SimpleNamespace]:
    """`app` on a free port of this machine; `url` is its address, without a slash at its end."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4, clear_untrusted_proxy_headers=True)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield SimpleNamespace(url=f"http://127.0.0.1:{server.effective_port}", app=app)
    server.task_dispatcher.shutdown()
    # Its sockets are closed by the thread that listens to them: closed by another they would fail under it.
    server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
    thread.join(5)
