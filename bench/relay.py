"""A relay in front of a server: it counts the bytes that come, whichever part of the browser asked, and may be slow."""

from __future__ import annotations

import math
import socket
import socketserver
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import urlsplit

PART = 16_384
"""Bytes at most that are passed on at once."""


@dataclass(frozen=True)
class Network:
    """What lies between a browser and a server."""

    bytes_per_second: float = math.inf
    there_and_back: float = 0.0
    """Seconds, for a connection to be made and for a request to be answered."""


class Relay:
    """Relays to the server at the address `target` while its `with` block runs."""

    def __init__(self, target: str, network: Network | None = None) -> None:
        self._counts: list[int] = []
        self._network = network or Network()
        self._turn = threading.Lock()
        relay, upstream = self, (urlsplit(target).hostname, urlsplit(target).port)

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                relay._travel()
                with socket.create_connection(upstream) as server:
                    asks = threading.Thread(target=relay._pump_requests, args=(self.request, server), daemon=True)
                    asks.start()
                    relay._counts.append(pump(server, self.request, relay._pass))

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False  # so that the end waits for the last byte
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"

    @property
    def received(self) -> int:
        """Bytes of the answers so far; complete once the `with` block has ended."""
        return sum(self._counts)

    def _pump_requests(self, source: socket.socket, target: socket.socket) -> None:
        pump(source, target, lambda _count: self._travel())

    def _travel(self) -> None:
        time.sleep(self._network.there_and_back)

    def _pass(self, count: int) -> None:
        """Wait until so many bytes have come: all connections share one line."""
        with self._turn:
            time.sleep(count / self._network.bytes_per_second)

    def __enter__(self) -> Relay:
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _b: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def pump(source: socket.socket, target: socket.socket, wait: Callable[[int], None]) -> int:
    """Pass on what comes, each part after a wait, until one side ends; return how many bytes that were."""
    count = 0
    try:
        while data := source.recv(PART):
            wait(len(data))
            target.sendall(data)
            count += len(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        # The browser closes its connections without waiting; both ends are then closed here too.
        source.close()
        target.close()
    return count
