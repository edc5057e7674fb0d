"""One warm fork server for all tests of this folder."""

import pytest
import torch

from grader.sandbox.client import Zygote


@pytest.fixture(scope="session", autouse=True)
def _one_thread():
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def zygote():
    with Zygote() as zygote:
        yield zygote
