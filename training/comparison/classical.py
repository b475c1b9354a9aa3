"""Methods without a network, by scikit-learn and scikit-image; none is tuned on the test digits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import joblib
import numpy as np
from skimage.feature import hog
from sklearn.ensemble import RandomForestClassifier
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.svm import SVC, LinearSVC
from sklearn.tree import DecisionTreeClassifier

from training.comparison.method import Method, Predict
from training.comparison.sets import Sets

FILE = "model.joblib"


class ClassicalMethod(Method):
    """A scikit-learn pipeline, kept as joblib writes it, uncompressed."""

    def train(self, sets: Sets, say: Callable[[str], None]) -> Pipeline:  # noqa: ARG002 (only networks tell)
        """Fit the pipeline to the training digits."""
        return self.build().fit(sets.train.images, sets.train.labels)

    def keep(self, trained: Pipeline, folder: Path) -> None:
        """Write the pipeline."""
        joblib.dump(trained, folder / FILE)

    def load(self, folder: Path) -> Predict:
        """The fitted pipeline's answers."""
        return joblib.load(folder / FILE).predict

    def size(self, folder: Path) -> int:
        """Bytes of its file."""
        return (folder / FILE).stat().st_size


def as_rows(images: np.ndarray) -> np.ndarray:
    """[n, 784] float32 of 0..1 from [n, 28, 28] uint8."""
    return images.reshape(len(images), -1).astype(np.float32) / 255


def gradient_histograms(images: np.ndarray) -> np.ndarray:
    """[n, 1296] histograms of oriented gradients (Dalal and Triggs 2005): cells of 4 x 4 pixels, blocks of 2 x 2."""
    return np.stack([hog(image, 9, pixels_per_cell=(4, 4), cells_per_block=(2, 2)) for image in images])


def naive_bayes() -> Pipeline:
    """Gaussian naive Bayes; unsmoothed, pixels that are always paper decide everything (59 % instead of 82 %)."""
    return make_pipeline(FunctionTransformer(as_rows), GaussianNB(var_smoothing=0.1))


def decision_tree() -> Pipeline:
    """One tree, fully grown."""
    return make_pipeline(FunctionTransformer(as_rows), DecisionTreeClassifier(random_state=0))


def random_forest() -> Pipeline:
    """A hundred trees."""
    return make_pipeline(FunctionTransformer(as_rows), RandomForestClassifier(100, n_jobs=-1, random_state=0))


def nearest_neighbors() -> Pipeline:
    """Three neighbors by Euclidean distance."""
    return make_pipeline(FunctionTransformer(as_rows), KNeighborsClassifier(3, algorithm="brute", n_jobs=-1))


def kernel_machine() -> Pipeline:
    """A support vector machine with a radial basis function."""
    return make_pipeline(FunctionTransformer(as_rows), SVC(C=10, gamma="scale", cache_size=2000))


def hog_machine() -> Pipeline:
    """Linear support vector machines, one against all, on histograms of oriented gradients."""
    return make_pipeline(FunctionTransformer(gradient_histograms), LinearSVC(C=0.1, random_state=0))


CLASSICAL = {
    "bayes": ClassicalMethod(
        "Gaussian naive Bayes",
        "on pixels, variances smoothed by 0.1 of the largest, chosen on the validation writers",
        naive_bayes,
    ),
    "tree": ClassicalMethod("decision tree", "on pixels, fully grown", decision_tree),
    "forest": ClassicalMethod("random forest", "100 trees on pixels (Breiman 2001)", random_forest),
    "knn": ClassicalMethod("k-nearest neighbors", "k = 3 on pixels, Euclidean distance", nearest_neighbors),
    "hog": ClassicalMethod(
        "HOG, linear SVM",
        "histograms of oriented gradients (Dalal and Triggs 2005), 9 directions, cells of 4 x 4 pixels in blocks of "
        "2 x 2; a linear support vector machine a digit against all others, C = 0.1, chosen on the validation writers",
        hog_machine,
    ),
    "svm": ClassicalMethod(
        "SVM (RBF)",
        "a support vector machine on pixels with a radial basis function, C = 10, gamma by scikit-learn's 'scale'",
        kernel_machine,
        corrupted_every=10,
    ),
}
"""By the name that `--methods` takes."""
