"""A relay in front of a server that counts the bytes it sends, whichever part of the browser asked for them."""

from __future__ import annotations

import socket
import socketserver
import threading
from types import TracebackType
from urllib.parse import urlsplit


class Relay:
    """Relays to the server at the address `target` while its `with` block runs."""

    def __init__(self, target: str) -> None:
        self._counts: list[int] = []
        relay, upstream = self, (urlsplit(target).hostname, urlsplit(target).port)

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with socket.create_connection(upstream) as server:
                    threading.Thread(target=pump, args=(self.request, server), daemon=True).start()
                    relay._counts.append(pump(server, self.request))

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False  # so that the end waits for the last byte
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"

    @property
    def received(self) -> int:
        """Bytes of the answers so far; complete once the `with` block has ended."""
        return sum(self._counts)

    def __enter__(self) -> Relay:
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _b: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def pump(source: socket.socket, target: socket.socket) -> int:
    """Pass on what comes until one side ends; return how many bytes that were."""
    count = 0
    try:
        while data := source.recv(65536):
            target.sendall(data)
            count += len(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        # The browser closes its connections without waiting; both ends are then closed here too.
        source.close()
        target.close()
    return count
