"""The boundary: a student's module behaves as a module, and whatever its process does costs one test."""

import os
import time

import numpy
import pytest
import torch
from torch import nn

from grader.sandbox import client, packing
from grader.sandbox.client import Budget, Crashed, Forbidden, GraderFault, OutOfMemory, TimedOut, Zygote
from grader.sandbox.pretend import SIMULATED
from grader.sandbox.remote import NotAttempted, Remote, Rules, StudentError, StudentModule, WrongDevice, bases_of, fetch
from grader.sandbox.worker import load
from grader.suite.direct import DirectStudent, LocalProcess
from tests.grader import test_boundary as this_module

SOURCE = """
import os, random, sys, time
import numpy, torch
from torch import nn

def double(x): return 2 * x
def softmax(X): return torch.exp(X - X.logsumexp(1, keepdim=True))
def identity(x): return x
def add_inplace(y, x): y += x; return y
def view(x): return x[:1]
def copy(x): return x[:1].clone()
def sgd(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
def zero_grads(params):
    for p in params: p.grad = None
def strides(x): return x.stride(), x.is_contiguous()
def batches(n, X):
    for i in range(0, len(X), n): yield X[i:i + n]
def net(d, q): return nn.Sequential(nn.Linear(d, q), nn.Dropout(0.5))
def apply(f, x): return f(x)
def count(xs): return sum(1 for _ in xs)
def params(): return [torch.ones(2, 3, requires_grad=True), torch.zeros(3)]
def cheat(X): return getattr(torch, "soft" + "max")(X, 1)
def by_backward(x):
    y = x.clone().requires_grad_(); (y ** 2).sum().backward(); return y.grad
def by_thread(X):
    import threading; out = []
    t = threading.Thread(target=lambda: out.append(torch.softmax(X, 1))); t.start(); t.join(); return out[0]
def on_cpu(x): return x * torch.ones(x.shape)
def stays_on_cpu(x): return torch.zeros(3)
def made_there(x): return torch.arange(3, dtype=x.dtype, device=x.device) * x
def wait(): time.sleep(1000)
def spin():
    while True: pass
def spin_in_c(): 7 ** (7 ** 12)
def leave(): os._exit(0)
def quit(): sys.exit(0)
def kill(): os.kill(os.getpid(), 9)
def hog(): return bytearray(1 << 36)
def hog_tensor(): return torch.zeros(1 << 36)
def flood():
    while True: print("x" * 10000)
def giant(): return torch.zeros(1 << 27)
def forge(): os.write(3, b"\\x10\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0" + b'{"id":1,"ok":1} '); return 2
def garbage(): os.write(3, b"\\xff" * 64); return 2
def todo(): raise NotImplementedError
def bad(n): raise ValueError(f"n must be positive, got {n}")
class Mine(ValueError): pass
def bad_subclass(): raise Mine("mine")
def bad_message():
    class E(Exception):
        def __str__(self): raise RuntimeError
    raise E()
def endless_message(): raise ValueError("x" * 10_000_000)
def descriptors(): return sorted(int(n) for n in os.listdir("/proc/self/fd"))
def environment(): return dict(os.environ), open("/proc/self/environ").read(), sys.argv
def loaded(): return sorted(sys.modules)
def draw(): return torch.rand(1).item(), random.random(), float(numpy.random.rand())
def say(text): print(text)
class Odd:
    def __eq__(self, other): return True
def odd(): return Odd()
def share(a): return torch.from_numpy(a)
"""


@pytest.fixture
def open_student(zygote):
    processes = []

    def open_student(device="cpu", forbidden=None, check_devices=False, seconds=5.0):
        process = zygote.spawn()
        processes.append(process)
        process.start_test(Budget(seconds))
        remote = Remote(process, Rules(device, forbidden, check_devices))
        remote.load("topic", SOURCE)
        return StudentModule(remote)

    yield open_student
    for process in processes:
        process.close()


@pytest.fixture
def boundary(open_student):
    packing.travel_by_value(this_module)
    return open_student()


@pytest.fixture(params=["boundary", "direct"])
def student(request):
    """Each promise of docs/topics.md holds in both modes."""
    if request.param == "direct":
        return DirectStudent(load("topic", SOURCE), Rules())
    return request.getfixturevalue("boundary")


# Calls -------------------------------------------------------------------------------------------------------------


def test_values_and_dtypes(student):
    for dtype in (torch.float32, torch.float64, torch.int64):
        x = torch.arange(6).reshape(2, 3).to(dtype)
        assert torch.equal(student.double(x), 2 * x)
        assert student.double(x).dtype == dtype
    assert student.double(1.5) == 3.0
    assert student.double("ab") == "abab"


def test_arguments_keep_their_layout(student):
    x = torch.arange(24.0).reshape(4, 6)
    assert student.strides(x.T) == (x.T.stride(), False)
    assert student.strides(x[:, ::2]) == (x[:, ::2].stride(), False)
    assert student.strides(x[:1].expand(4, 6)) == ((0, 1), False)
    assert torch.equal(student.double(x[:, ::2]), 2 * x[:, ::2])
    assert torch.equal(student.double(x[:1].expand(4, 6)), 2 * x[:1].expand(4, 6))


def test_only_what_a_tensor_shows_is_sent():
    secret = torch.arange(10.0)
    packed = packing.pack((secret[2:9:3],), lambda obj: None)
    sent = torch.frombuffer(bytearray(packed.buffers[0]), dtype=torch.float32)
    assert set(sent.tolist()) == {2.0, 5.0, 8.0, 0.0}


def test_gradients_cross(student):
    X = torch.randn(3, 4, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(student.softmax, X)
    (2 * student.softmax(X))[0, 0].backward()
    expected = torch.autograd.grad(2 * torch.softmax(X, 1)[0, 0], X)[0]
    assert torch.allclose(X.grad, expected)


def test_gradients_flow_through_an_argument_handed_back(student):
    x = torch.ones(3, requires_grad=True)
    assert student.identity(x) is x
    student.identity(x).sum().backward()
    assert torch.equal(x.grad, torch.ones(3))


def test_no_grad_holds_there_too(student):
    x = torch.ones(3, requires_grad=True)
    with torch.no_grad():
        assert not student.double(x).requires_grad


def test_parameters_of_a_module_there_get_gradients(student):
    net = student.net(3, 2)
    net.eval()
    net(torch.ones(5, 3)).sum().backward()
    grads = [p.grad for p in net.parameters()]
    assert torch.equal(grads[0], torch.full((2, 3), 5.0))
    assert torch.equal(grads[1], torch.full((2,), 5.0))


def test_changes_in_place_come_back(student):
    y, x = torch.zeros(2, 3).T, torch.ones(2)
    assert student.add_inplace(y, x) is y
    assert torch.equal(y, torch.ones(3, 2))


def test_gradients_travel_with_parameters(student):
    w = torch.ones(2, requires_grad=True)
    w.grad = torch.full((2,), 3.0)
    student.sgd([w], 0.5)
    assert torch.equal(w, torch.full((2,), -0.5))
    assert w.is_leaf and w.requires_grad
    student.zero_grads([w])
    assert w.grad is None


def test_modules_as_arguments(student):
    linear = nn.Linear(2, 2)
    linear.weight.grad = torch.ones(2, 2)
    linear.bias.grad = torch.ones(2)
    before = linear.weight.detach().clone()
    student.sgd(list(linear.parameters()), 0.1)
    assert torch.allclose(linear.weight, before - 0.1)


def test_results_keep_leafness(student):
    w, b = student.params()
    assert w.requires_grad and w.is_leaf and not b.requires_grad


def test_generators_stay_there(student):
    X = torch.arange(5.0)
    batches = student.batches(2, X)
    assert torch.equal(next(batches), X[:2])
    assert [len(batch) for batch in list(batches)] == [2, 1]
    with pytest.raises(StopIteration):
        next(batches)


def test_callables_and_iterables_travel(student):
    assert torch.equal(student.apply(lambda x: x + 1, torch.zeros(2)), torch.ones(2))
    assert student.count(iter([1, 2, 3])) == 3


class Counting:
    def __init__(self, items):
        self.items, self.started = items, 0

    def __iter__(self):
        self.started += 1
        return iter(self.items)


def test_objects_put_there_can_be_probed(student):
    items = student.put(Counting([1, 2]))
    assert student.count(items) == 2
    assert items.started == 1


def test_shared_memory_is_seen_by_its_effect(student):
    x = student.put(torch.zeros(3, 2))
    student.keep.view(x).fill_(7)
    student.keep.copy(x).fill_(9)
    assert torch.equal(fetch(x), torch.tensor([[7.0, 7], [0, 0], [0, 0]]))
    a = student.put(numpy.zeros(2))
    student.keep.share(a).fill_(5)
    assert fetch(a).tolist() == [5, 5]


def test_shared_memory_is_reported(student):
    x = torch.zeros(3, 2)
    assert student.observe.view(x).shares_memory(x)
    assert not student.observe.copy(x).shares_memory(x)


def test_errors_come_back_as_what_they_are(student):
    with pytest.raises(ValueError, match="positive, got -1"):
        student.bad(-1)
    with pytest.raises(ValueError):
        student.bad_subclass()


def test_operators_are_seen_under_any_name(student):
    assert "softmax" in student.observe.cheat(torch.zeros(2, 3)).operators
    assert "softmax" not in student.observe.softmax(torch.zeros(2, 3)).operators
    assert "autograd" in student.observe.by_backward(torch.ones(2)).operators


# Only on the boundary ----------------------------------------------------------------------------------------------


def test_errors_name_the_students_line(boundary):
    with pytest.raises(StudentError) as caught:
        boundary.bad(0)
    line = 1 + SOURCE[: SOURCE.index("def bad(n)")].count("\n")
    assert caught.value.lines[-1] == (line, "bad")


def test_not_implemented_is_not_attempted(boundary):
    with pytest.raises(NotAttempted):
        boundary.todo()


@pytest.mark.parametrize("name", ["bad_message", "endless_message", "quit"])
def test_hostile_exceptions_are_bounded(boundary, name):
    with pytest.raises(StudentError) as caught:
        getattr(boundary, name)()
    assert len(str(caught.value)) < 5000


def test_odd_objects_equal_nothing(boundary):
    assert boundary.odd() != 3
    assert "topic.Odd" in bases_of(boundary.odd())


@pytest.mark.parametrize("name", ["cheat", "by_thread"])
def test_forbidden_operations(open_student, name):
    student = open_student(forbidden={name: ["softmax"]})
    with pytest.raises(Forbidden, match=name):
        getattr(student, name)(torch.zeros(2, 3))


def test_the_process_holds_nothing_of_ours(boundary):
    assert boundary.descriptors()[:4] == [0, 1, 2, 3]
    assert len(boundary.descriptors()) == 5  # and the one with which it looked
    environment, initial, arguments = boundary.environment()
    assert set(environment) == {"HOME", "TMPDIR", "LANG", "PATH"}
    assert not set(os.environ) - set(environment) & {line.split("=")[0] for line in initial.split("\0")}
    assert arguments == [""]
    assert not [name for name in boundary.loaded() if name.split(".")[0] in ("grader", "tests", "pytest", "_pytest")]


def test_seeds_are_set_there(boundary):
    draws = []
    for seed in (1, 1, 2):
        boundary._remote.seed = seed
        draws.append(boundary.draw())
    assert draws[0] == draws[1]
    assert all(a != b for a, b in zip(draws[1], draws[2], strict=True))


def test_printed_text_is_kept_and_bounded(boundary):
    boundary.say("hello \x1b[31m")
    assert boundary._remote.process.printed == "hello \x1b[31m\n"


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("wait", TimedOut),
        ("spin", TimedOut),
        ("spin_in_c", TimedOut),
        ("leave", Crashed),
        ("kill", Crashed),
        ("flood", Crashed),
        ("forge", Crashed),
        ("garbage", Crashed),
        ("hog", OutOfMemory),
        ("hog_tensor", OutOfMemory),
    ],
)
def test_whatever_it_does_the_call_ends(open_student, monkeypatch, name, error):
    monkeypatch.setattr(client.Budget, "wall_seconds", property(lambda self: 3.0))
    student = open_student(seconds=0.5)
    with pytest.raises(error) as caught:
        getattr(student, name)()
        student.double(1)  # what was forged for the first call is found at the second
    assert str(caught.value)
    process = student._remote.process
    process.close()
    assert not os.path.exists(f"/proc/{process.pid}")
    assert open_student().double(2) == 4


def test_a_giant_result_is_an_error(boundary):
    with pytest.raises(StudentError, match="too large"):
        boundary.giant()


def test_scratch_folders_go_with_their_process(zygote, open_student):
    student = open_student()
    student._remote.process.close()
    assert not any(zygote._scratch.iterdir())


def test_the_zygote_dies_with_its_owner():
    with Zygote() as mortal:
        process = mortal.spawn()
        pids = [process.pid, mortal._process.pid]
    deadline = time.monotonic() + 10
    while any(os.path.exists(f"/proc/{pid}") for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(os.path.exists(f"/proc/{pid}") for pid in pids)
    with pytest.raises(GraderFault):
        mortal.spawn()


# Devices -----------------------------------------------------------------------------------------------------------


def test_device_mistakes_show_without_a_gpu(open_student):
    student = open_student(SIMULATED, check_devices=True)
    x = torch.ones(3, requires_grad=True)
    student.made_there(x).sum().backward()
    assert torch.equal(x.grad, torch.arange(3.0))
    with pytest.raises(StudentError, match="same device"):
        student.on_cpu(torch.ones(3))
    with pytest.raises(WrongDevice):
        student.stays_on_cpu(torch.ones(3))


def test_devices_in_this_process():
    student = StudentModule(Remote(LocalProcess(load("topic", SOURCE)), Rules(SIMULATED, None, True)))
    assert torch.equal(student.made_there(torch.ones(3)), torch.arange(3.0))
    with pytest.raises(WrongDevice):
        student.stays_on_cpu(torch.ones(3))


@pytest.mark.parametrize(
    "expression",
    [
        "x.new_zeros(3)",
        "x.new_tensor([1.0, 2.0])",
        "torch.zeros_like(x)",
        "torch.zeros(3).to(x)",
        "torch.zeros(3).to(x.device)",
        "torch.zeros(3).cuda()",
        "torch.tensor([1.0], device=x.device)",
        "torch.zeros(3, device='cuda:0', requires_grad=True)",
        "nn.Linear(3, 2).to(x)(x)",
        "nn.Linear(3, 2).to(x.device)(x)",
        "nn.Linear(3, 2).to(device=x.device, dtype=x.dtype)(x)",
        "nn.Linear(3, 2).cuda()(x)",
        "x[torch.tensor([0, 1])]",
        "x * torch.tensor(2.0)",
        "torch.nn.functional.one_hot(x.long(), 3)",
        "x.cpu().to(x)",
        "torch.as_tensor([1.0], device=x.device)",
        "torch.full((2,), 0.5, device=x.device).bernoulli()",
        "torch.where(x > 0, x, 0.0)",
        "x.type(torch.float64)",
        "nn.Parameter(x)",
        "torch.from_numpy(x.cpu().numpy()).to(x.device)",
        "torch.stack([xi for xi in x])",
        "torch.max(x, torch.tensor(0.0))",
        "torch.eye(3, device=x.device)[x.long()]",
        "torch.optim.SGD([nn.Parameter(x)], 0.1).param_groups[0]['params'][0]",
    ],
)
def test_right_code_stays_on_the_pretended_device(expression):
    source = f"import torch\nfrom torch import nn\ndef f(x): return {expression}\n"
    remote = Remote(LocalProcess(load("topic", source)), Rules(SIMULATED, None, True))
    assert isinstance(StudentModule(remote).f(torch.ones(3)), torch.Tensor)
    assert not remote.unjudged


@pytest.mark.parametrize(
    "expression",
    [
        "x * torch.ones(3)",
        "torch.ones(3)[x > 0]",
        "x.gather(0, torch.tensor([0]))",
        "torch.cat([x, torch.ones(3)])",
        "x.numpy()",
        "nn.Linear(3, 2)(x)",
        "x.cpu()",
        "torch.rand(3)",
        "torch.tensor(x.tolist())",
        "torch.eye(3)[x.long()]",
        "x.copy_(torch.ones(3)) + torch.ones(3)",
        "torch.where(torch.ones(3) > 0, x, 0.0)",
    ],
)
def test_wrong_code_shows_on_the_pretended_device(expression):
    source = f"import torch\nfrom torch import nn\ndef f(x): return {expression}\n"
    remote = Remote(LocalProcess(load("topic", source)), Rules(SIMULATED, None, True))
    with pytest.raises((StudentError, WrongDevice)):
        StudentModule(remote).f(torch.ones(3))
