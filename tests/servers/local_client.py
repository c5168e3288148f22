"""A client of a local graph in a process of its own: `python -m tests.servers.local_client FOLDER IDLE [hold|write|lock]`.

Prints `ready URI` and goes on until its input closes. `write` adds numbered nodes and prints each number once it is stored;
`lock` holds the writer's lock.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from graph.errors import StoreError
from graph.settings import Settings
from graph.store.client import Graph, connect
from graph.store.lock import writing


def say(text: str) -> None:
    print(text, flush=True)


def write_until(graph: Graph, over: threading.Event) -> None:
    number = 0
    while not over.is_set():
        number += 1
        try:
            graph.write("UNWIND range(1, 50) AS i CREATE (:Written {number: $number, i: i})", number=number)
        except StoreError as error:
            say(f"failed {error.what}")
            return
        say(f"stored {number}")


def main() -> None:
    settings = Settings(local_dir=Path(sys.argv[1]), local_idle=int(sys.argv[2]))
    task = sys.argv[3] if len(sys.argv) > 3 else "hold"
    with connect(settings) as graph:
        say(f"ready {graph.address.uri}")
        if task == "lock":
            with writing(graph, "load something"):
                say("locked")
                sys.stdin.read()
        elif task == "write":
            over = threading.Event()
            threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
            write_until(graph, over)
        else:
            sys.stdin.read()


if __name__ == "__main__":
    main()
