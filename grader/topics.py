"""The topics, in the order in which the course teaches them, and where their files lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

TITLES = {
    "tensor_ops": "tensors",
    "data_iter": "data",
    "linreg": "linear regression",
    "softmax": "softmax regression",
    "cross_entropy": "cross-entropy by gather",
    "mlp": "multilayer perceptron",
    "dropout": "dropout",
    "backprop": "backpropagation by hand",
    "conv2d": "convolution and pooling",
    "lenet": "LeNet",
    "optimizers": "update rules",
    "modules": "building models",
}

TOPICS = tuple(TITLES)

SOLUTIONS = ROOT / "solutions"
EXERCISES = ROOT / "exercises"
SUITES = ROOT / "tests" / "hidden"


def suite_path(topic: str) -> Path:
    """The hidden suite that grades `topic`."""
    return SUITES / f"test_{topic}.py"
