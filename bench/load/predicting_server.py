"""The design that Inkdigit is not: a server that predicts. Only `make load` runs it; it is never shipped.

python -m bench.load.predicting_server        PORT comes from the environment
"""

from __future__ import annotations

import logging
import os
import sys

import numpy as np
import waitress
from flask import Flask, jsonify, request

from training.paths import TRAINED

# As most such servers do, in their own threads and with Keras' own call.
THREADS = 8


def create_app() -> Flask:
    """A route that takes 784 pixels and gives ten probabilities, by the network that the site ships."""
    import keras

    import training.digits.network  # noqa: F401 (its layers are registered)

    model = keras.models.load_model(TRAINED / "model.keras")
    app = Flask(__name__)

    @app.post("/predict")
    def predict():
        image = np.array(request.get_json()["image"], np.float32).reshape(1, 28, 28, 1)
        answer = model.predict(image, verbose=0)
        logits = answer["logits"] if isinstance(answer, dict) else np.asarray(answer)
        return jsonify(logits[0].tolist())

    return app


def main() -> int:
    """Serve until stopped."""
    app = create_app()
    app.test_client().post("/predict", json={"image": [0.0] * 784})  # what is made with the first call is made now
    # It would warn of every request that waits.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    port = int(os.environ["PORT"])
    print(f"predicting at http://127.0.0.1:{port}", flush=True)
    waitress.serve(app, host="127.0.0.1", port=port, threads=THREADS, connection_limit=2000, asyncore_use_poll=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
