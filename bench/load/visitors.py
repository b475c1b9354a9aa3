"""Those who visit, for Locust (`make load`), in its own Python: what each does is told by the environment."""

from __future__ import annotations

import hashlib
import json
import os

import gevent
from locust import FastHttpUser, constant, events, task

TASK = json.loads(os.environ["INKDIGIT_LOAD"])
ASK = json.dumps({"image": [0.5] * 784})


class Visitor(FastHttpUser):
    """Fetches every file of a first visit, nothing cached, and looks at each byte; or asks the server to predict."""

    wait_time = constant(0)
    # As long as it takes: who gave up would make the mean look better.
    network_timeout = connection_timeout = 3600.0
    # Each person has a browser of their own.
    client_pool = None

    @task
    def visit(self) -> None:
        if TASK["kind"] == "predict":
            self.client.post("/predict", data=ASK, headers={"Content-Type": "application/json"})
        else:
            for path, digest in TASK["files"].items():
                self.fetch(path, digest)
        if TASK["once"]:
            self.stop()

    def fetch(self, path: str, digest: str) -> None:
        with self.client.get(path, headers={"Accept-Encoding": "br"}, catch_response=True, name="file") as answer:
            if hashlib.sha256(answer.content or b"").hexdigest() != digest:
                answer.failure(f"{path} is not what was built")


@events.spawning_complete.add_listener
def quit_when_all_are_done(**_: object) -> None:
    """Where each does it once, nothing is left to wait for."""
    if not TASK["once"]:
        return

    def watch() -> None:
        while RUNNERS and RUNNERS[0].user_count:
            gevent.sleep(0.5)
        if RUNNERS:
            RUNNERS[0].quit()

    gevent.spawn(watch)


RUNNERS: list = []


@events.init.add_listener
def remember(environment: object, **_: object) -> None:
    RUNNERS.append(environment.runner)  # type: ignore[attr-defined]
