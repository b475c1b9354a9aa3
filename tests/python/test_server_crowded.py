"""That connections which ask for nothing, or slowly, keep nobody else from being served."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

from server import ASKING, ASKING_WHEN_FULL, CONNECTIONS, TAKING_WHEN_FULL, takes_too_long
from tests.support.made_up_site import PAGE, make_site
from tests.support.site_server import SiteServer

REQUEST = b"GET / HTTP/1.0\r\n\r\n"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    with SiteServer(make_site(tmp_path)) as started:
        yield started


@contextlib.contextmanager
def connections(server: SiteServer, count: int) -> Iterator[list[socket.socket]]:
    """So many connections at once."""
    address = urlsplit(server.url)
    with contextlib.ExitStack() as stack:
        made = [socket.create_connection((address.hostname, address.port), timeout=60) for _ in range(count)]
        for each in made:
            stack.enter_context(each)
        yield made


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nHost: a\r\n"])
def test_a_thousand_connections_that_ask_for_nothing_give_way_to_one_that_does(server: SiteServer, said: bytes) -> None:
    with connections(server, CONNECTIONS) as idle:
        for each in idle:
            each.sendall(said)

        assert server.send(REQUEST).endswith(PAGE)


def test_a_request_that_comes_byte_by_byte_is_not_waited_for(server: SiteServer) -> None:
    with connections(server, 1) as [slow]:
        is_closed = threading.Event()

        def drip() -> None:
            with contextlib.suppress(OSError):
                while not is_closed.wait(0.2):
                    slow.sendall(b"a")

        dripping = threading.Thread(target=drip)
        dripping.start()
        with contextlib.suppress(ConnectionResetError):
            assert slow.recv(1) == b""
        is_closed.set()
        dripping.join()


def a_channel(since: float, *, requests: int = 0, left: int = 0, active: float = 0) -> SimpleNamespace:
    return SimpleNamespace(
        since=since,
        requests=[None] * requests,
        total_outbufs_len=left,
        last_activity=active,
        adj=SimpleNamespace(channel_timeout=30),
    )


def test_how_long_each_may_take_is_more_where_there_is_room() -> None:
    now = 1000.0
    asking = a_channel(now - ASKING_WHEN_FULL - 1)
    taking = a_channel(now - TAKING_WHEN_FULL - 1, left=1, active=now - 1)

    assert ASKING_WHEN_FULL + 1 < ASKING
    assert [takes_too_long(each, now, is_full=False) for each in (asking, taking)] == [False, False]
    assert [takes_too_long(each, now, is_full=True) for each in (asking, taking)] == [True, True]


def test_who_is_being_served_keeps_the_place_and_who_takes_nothing_of_an_answer_loses_it() -> None:
    served = a_channel(0, requests=1)
    stuck = a_channel(900, left=1, active=960)

    assert not takes_too_long(served, 1000, is_full=True)
    assert takes_too_long(stuck, 1000, is_full=False)
