"""Hidden suite of topic 11, update rules.

A student's rule runs next to its formula, worked out in float64. A single step says little about a rule, so most tests
walk: gradients are drawn anew before each step, and what was kept from the last one shows in the next.

State lists are put where the student's code runs. There a replaced list entry is found again in the next step, so that
replacing it costs the points for memory alone. Each kind of damage (to memory, to gradients, to leaves) has its test.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
import torch

from grader.suite import assert_close, assert_same_gradients, fetch, graded, non_contiguous, unchanged

# Every step of a torch.optim optimizer reports itself to the profiler; a fused kernel is a whole rule in one call.
READY_MADE = ["record_function_enter*", "fused_*"]
FORBIDDEN = dict.fromkeys(["sgd", "momentum", "adagrad", "rmsprop", "adadelta", "adam"], READY_MADE)

DTYPES = pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])

# Several steps in float32, where 1 - beta**t may lose three digits if it too is worked out in float32.
TOLERANCE = {torch.float32: 1e-4, torch.float64: 1e-9}

HINT_RULE = "Compare your update with the formula sign by sign, over two steps on paper."
HINT_ARGUMENTS = (
    "Every hyper-parameter is an argument: is one of yours a number in the code, or left out of the formula?"
)
HINT_DEFAULTS = "Called without its optional arguments, the rule takes the defaults of the signature."
HINT_SEVERAL = "Each parameter has its own gradient and its own state: the i-th of every list belong together."
HINT_NO_GRAD = "A parameter whose .grad is None is skipped, with its state, and the others keep their own state."
HINT_GIVEN = "What the rule remembers must come from the lists given, and go back there."
HINT_STRIDED = "Parameters and gradients may be strided: view fails there, and reshape may update a copy."
HINT_STATE = (
    "The caller's own state tensors must hold the new state: `v = ...` or `vs[i] = ...` puts another in its place."
)
HINT_MEMORY = "The parameter must be written in place: neither a new tensor nor new memory behind .data."
HINT_GRADIENTS = (
    "The gradient is the caller's: read .grad, and leave its values as they are. Which operator changes it?"
)
HINT_LEAF = "Autograd must not record the step, and the parameter must still ask for gradients after it."
HINT_NONE = "A function that works in place gives nothing back: its result is None."
HINT_DEVICE = "The step needs no tensor but parameters, gradients and state: is one made on the CPU?"


def sgd_formula(x, g, lr):
    return (x - lr * g,)


def momentum_formula(x, g, v, lr, gamma):
    v = gamma * v + lr * g
    return x - v, v


def adagrad_formula(x, g, s, lr, eps=1e-6):
    s = s + g**2
    return x - lr * g / (s + eps) ** 0.5, s


def rmsprop_formula(x, g, s, lr, gamma=0.9, eps=1e-6):
    s = gamma * s + (1 - gamma) * g**2
    return x - lr * g / (s + eps) ** 0.5, s


def adadelta_formula(x, g, s, delta, rho=0.9, eps=1e-5):
    s = rho * s + (1 - rho) * g**2
    step = ((delta + eps) / (s + eps)) ** 0.5 * g
    return x - step, s, rho * delta + (1 - rho) * step**2


def adam_formula(x, g, v, s, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    v, s = beta1 * v + (1 - beta1) * g, beta2 * s + (1 - beta2) * g**2
    v_hat, s_hat = v / (1 - beta1**t), s / (1 - beta2**t)
    return x - lr * v_hat / (s_hat**0.5 + eps), v, s


@dataclass(frozen=True)
class Rule:
    """An update rule: its formula for one parameter, and two choices of hyper-parameters."""

    name: str
    formula: Callable[..., tuple]
    usual: dict[str, float]
    other: dict[str, float]
    required: dict[str, float]  # those without a default
    state: tuple[str, ...] = ()  # "signed" or "square": what each of its state lists holds
    counts: bool = False  # whether the rule is told the number of the step


SGD = Rule("sgd", sgd_formula, {"lr": 0.1}, {"lr": 0.7}, {"lr": 0.3})
MOMENTUM = Rule(
    "momentum",
    momentum_formula,
    usual={"lr": 0.1, "gamma": 0.9},
    other={"lr": 0.4, "gamma": 0.3},
    required={"lr": 0.2, "gamma": 0.5},
    state=("signed",),
)
ADAGRAD = Rule(
    "adagrad",
    adagrad_formula,
    usual={"lr": 0.1, "eps": 1e-6},
    other={"lr": 0.4, "eps": 0.05},
    required={"lr": 0.2},
    state=("square",),
)
RMSPROP = Rule(
    "rmsprop",
    rmsprop_formula,
    usual={"lr": 0.1, "gamma": 0.9, "eps": 1e-6},
    other={"lr": 0.4, "gamma": 0.6, "eps": 0.05},
    required={"lr": 0.2},
    state=("square",),
)
ADADELTA = Rule(
    "adadelta",
    adadelta_formula,
    usual={"rho": 0.9, "eps": 1e-5},
    other={"rho": 0.6, "eps": 0.05},
    required={},
    state=("square", "square"),
)
ADAM = Rule(
    "adam",
    adam_formula,
    usual={"lr": 0.1, "beta1": 0.9, "beta2": 0.999, "eps": 1e-6},
    other={"lr": 0.4, "beta1": 0.6, "beta2": 0.8, "eps": 0.05},
    required={"lr": 0.2},
    state=("signed", "square"),
    counts=True,
)


def parameter(*shape, dtype=torch.float64):
    """A random leaf with a random gradient."""
    x = torch.randn(*shape, dtype=dtype, requires_grad=True)
    x.grad = torch.randn(*shape, dtype=dtype)
    return x


def fresh_state(rule, params):
    """Zeros, as before the first step."""
    return [[torch.zeros_like(x.detach()) for x in params] for _ in rule.state]


def later_state(rule, params):
    """What earlier steps may have left."""
    draw = {"signed": torch.randn_like, "square": lambda x: 0.1 + torch.rand_like(x)}
    return [[draw[kind](x.detach()) for x in params] for kind in rule.state]


@dataclass
class Walk:
    """Steps of a student's rule, and of its formula from the same start."""

    student: Any
    rule: Rule
    params: list
    state: list | None = None  # zeros where not given
    t: int = 0
    expected: list = field(init=False)

    def __post_init__(self):
        state = fresh_state(self.rule, self.params) if self.state is None else self.state
        rows = zip(self.params, *state, strict=True)
        self.expected = [[x.detach().clone().double() for x in row] for row in rows]
        self.state = [self.student.put(tensors) for tensors in state]

    def step(self, hyper, gradients=None):
        """One step; gradients are drawn where not given."""
        self.t += 1
        if self.rule.counts:
            hyper = {**hyper, "t": self.t}
        for i, x in enumerate(self.params):
            x.grad = torch.randn_like(x) if gradients is None else gradients[i]
            if x.grad is not None:
                start, *state = self.expected[i]
                self.expected[i] = list(self.rule.formula(start, x.grad.double(), *state, **hyper))
        getattr(self.student, self.rule.name)([*self.params], *self.state, **hyper)

    def assert_params(self, **tolerances):
        for x, (value, *_) in zip(self.params, self.expected, strict=True):
            assert_near(x.detach(), value, **tolerances)

    def assert_state(self):
        for number, tensors in enumerate(map(fetch, self.state), start=1):
            for tensor, values in zip(tensors, self.expected, strict=True):
                assert_near(tensor, values[number])


def assert_near(actual, expected, **tolerances):
    limit = TOLERANCE[actual.dtype]
    assert_close(actual, expected.to(actual.dtype), **{"rtol": limit, "atol": limit, **tolerances})


def check_walk(student, rule, hyper, dtype=torch.float64):
    """Ten steps of one parameter."""
    walk = Walk(student, rule, [parameter(3, 2, dtype=dtype)])
    for _ in range(10):
        walk.step(hyper)
    walk.assert_params()


def check_defaults(student, rule):
    """Three steps with small gradients, where a wrong ε shows too."""
    walk = Walk(student, rule, [parameter(5)])
    for _ in range(3):
        walk.step(rule.required, [1e-3 * torch.randn(5, dtype=torch.float64)])
    walk.assert_params()


def check_small_gradients(student, rule, dtype):
    """Gradients from 1 down to 1e-8. They keep their signs and start at 0, so each entry is right to many digits."""
    scales = torch.tensor([1, 1e-2, 1e-4, 1e-6, 1e-8], dtype=dtype)
    walk = Walk(student, rule, [torch.zeros(5, dtype=dtype, requires_grad=True)])
    for _ in range(5):
        walk.step(rule.usual, [scales * (0.5 + torch.rand(5, dtype=dtype))])
    walk.assert_params(atol=0)


def check_several(student, rule):
    """Three steps of four parameters, two of them of equal shape."""
    walk = Walk(student, rule, [parameter(3, 2), parameter(3, 2), parameter(4), parameter(1, 1)])
    for _ in range(3):
        walk.step(rule.usual)
    walk.assert_params()


def check_without_gradient(student, rule):
    """The second of three equal shapes has no gradient."""
    params = [parameter(2, 3) for _ in range(3)]
    walk = Walk(student, rule, params, later_state(rule, params), t=4)
    walk.step(rule.usual, [torch.randn(2, 3).double(), None, torch.randn(2, 3).double()])
    walk.assert_params()
    walk.assert_state()
    assert params[1].grad is None, "the parameter without a gradient has been given one"


def check_given_state(student, rule):
    """Two steps from a state that is not zero."""
    params = [parameter(3, 2)]
    walk = Walk(student, rule, params, later_state(rule, params), t=4)
    for _ in range(2):
        walk.step(rule.other)
    walk.assert_params()
    walk.assert_state()


def check_strided(student, rule):
    """Parameter, gradient and state in strided memory."""
    x = torch.randn(3, 2, dtype=torch.float64).T.requires_grad_()
    walk = Walk(student, rule, [x], later_state(rule, [x]), t=4)
    walk.step(rule.usual, [non_contiguous(torch.randn(2, 3, dtype=torch.float64))])
    walk.assert_params()


class View:
    """A second tensor on the memory of x, to be made where x is."""

    def __init__(self, x):
        self.values = x.detach()


def one_step(student, rule, x, held=None):
    """One step of x, or of what is held of it, that must have moved it; the new state tensors, the formula's result."""
    params = [x]
    state = later_state(rule, params)
    hyper = {**rule.usual, "t": 5} if rule.counts else rule.usual
    start = x.detach().clone()
    expected = rule.formula(start, x.grad.clone(), *(tensor for (tensor,) in state), **hyper)
    kept = [student.put(tensor) for (tensor,) in state]
    result = getattr(student, rule.name)([x if held is None else held], *([tensor] for tensor in kept), **hyper)
    moved = x.detach() if held is None else fetch(held).detach()
    assert not torch.equal(moved, start), "the parameter has not moved"
    return result, [fetch(tensor) for tensor in kept], expected


def check_state_in_place(student, rule):
    """The tensors that were put into the state lists hold the new state."""
    _, state, (_, *expected) = one_step(student, rule, parameter(3, 2))
    for tensor, values in zip(state, expected, strict=True):
        assert_close(tensor, values)


def check_same_memory(student, rule):
    """Whoever holds another view of the parameter sees the step."""
    x = parameter(3, 2)
    held = student.put(x)
    view = student.put(View)(held)
    one_step(student, rule, x, held)
    assert_close(view.values, fetch(held).detach(), rtol=0, atol=0)


def check_gradients_kept(student, rule):
    """The .grad is there after the step, with its values."""
    x = parameter(3, 2)
    before = x.grad.clone()
    one_step(student, rule, x)
    assert x.grad is not None, "the gradient is gone"
    assert_close(x.grad, before, rtol=0, atol=0)


def check_leaf(student, rule):
    """The parameter is a leaf that requires gradients, as before."""
    x = parameter(3, 2)
    held = student.put(x)
    one_step(student, rule, x, held)
    assert held.is_leaf, "the parameter is a leaf no more: autograd has recorded the step"
    assert held.requires_grad, "the parameter requires no gradients any more"


def check_returns_none(student, rule):
    """The result is None."""
    result, _, _ = one_step(student, rule, parameter(3, 2))
    assert result is None


def check_device(on_device, rule):
    """One step of two parameters on a device."""
    params = [parameter(3, 2, dtype=torch.float32), parameter(4, dtype=torch.float32)]
    state = later_state(rule, params)
    hyper = {**rule.usual, "t": 5} if rule.counts else rule.usual
    rows = zip(params, *state, strict=True)
    expected = [rule.formula(x.detach(), x.grad, *row, **hyper) for x, *row in rows]
    getattr(on_device, rule.name)([*params], *state, **hyper)
    for x, *row in zip(params, *state, expected, strict=True):
        *kept, (value, *new) = row
        for actual, wanted in zip([x.detach(), *kept], [value, *new], strict=True):
            assert_near(actual, wanted)


# sgd


@graded("sgd", "values", points=0.5, hint=HINT_RULE)
@DTYPES
def test_sgd_steps(student, dtype):
    """Ten steps of one parameter, in both precisions."""
    check_walk(student, SGD, SGD.usual, dtype)


@graded("sgd", "values", points=1, hint=HINT_SEVERAL)
def test_sgd_several_parameters(student):
    """Parameters of equal and of other shapes together."""
    check_several(student, SGD)


@graded("sgd", "values", points=1, hint="A parameter whose .grad is None is skipped; the others move.")
def test_sgd_without_gradient(student):
    """A parameter without a gradient between two that have one."""
    check_without_gradient(student, SGD)


@graded("sgd", "values", points=0.5, hint=HINT_STRIDED)
def test_sgd_strided(student):
    """A parameter and gradient in strided memory."""
    check_strided(student, SGD)


@graded("sgd", "values", points=0.5, hint="The second step starts from where the first one ended, with its own rate.")
def test_sgd_two_rates(student):
    """Two steps with different learning rates."""
    walk = Walk(student, SGD, [parameter(3, 2)])
    walk.step(SGD.usual)
    walk.step(SGD.other)
    walk.assert_params()


@graded("sgd", "memory", points=1.5, hint=HINT_MEMORY)
def test_sgd_same_memory(student):
    """Whoever holds another view of the parameter sees the step."""
    check_same_memory(student, SGD)


@graded("sgd", "memory", points=0.5, hint=HINT_GRADIENTS)
def test_sgd_leaves_gradients(student):
    """The .grad is there after the step, with its values."""
    check_gradients_kept(student, SGD)


@graded("sgd", "memory", points=0.5, hint=HINT_LEAF)
def test_sgd_stays_a_leaf(student):
    """The parameter is a leaf that requires gradients, as before."""
    check_leaf(student, SGD)


@graded("sgd", "memory", points=0.5, hint=HINT_NONE)
def test_sgd_returns_none(student):
    """The result is None."""
    check_returns_none(student, SGD)


@graded("sgd", "device", points=1, hint=HINT_DEVICE)
def test_sgd_device(on_device):
    """A step on an accelerator."""
    check_device(on_device, SGD)


# momentum


@graded("momentum", "values", points=0.5, hint=HINT_RULE)
@DTYPES
def test_momentum_steps(student, dtype):
    """Ten steps of one parameter, in both precisions."""
    check_walk(student, MOMENTUM, MOMENTUM.usual, dtype)


@graded("momentum", "values", points=1, hint=HINT_ARGUMENTS)
def test_momentum_other_arguments(student):
    """Ten steps with unusual hyper-parameters."""
    check_walk(student, MOMENTUM, MOMENTUM.other)


@graded("momentum", "values", points=1, hint=HINT_SEVERAL)
def test_momentum_several_parameters(student):
    """Parameters of equal and of other shapes together."""
    check_several(student, MOMENTUM)


@graded("momentum", "values", points=1, hint=HINT_NO_GRAD)
def test_momentum_without_gradient(student):
    """A parameter without a gradient between two that have one."""
    check_without_gradient(student, MOMENTUM)


@graded("momentum", "values", points=1, hint=HINT_GIVEN)
def test_momentum_given_state(student):
    """Two steps from a state that is not zero."""
    check_given_state(student, MOMENTUM)


@graded("momentum", "values", points=0.5, hint=HINT_STRIDED)
def test_momentum_strided(student):
    """A parameter, gradient and state in strided memory."""
    check_strided(student, MOMENTUM)


@graded(
    "momentum",
    "values",
    points=2,
    hint="The rate belongs into the velocity, v = γ v + η g: a new rate does not change what v holds already.",
)
def test_momentum_new_rate(student):
    """The learning rate changes between the steps."""
    walk = Walk(student, MOMENTUM, [parameter(3, 2)])
    for hyper in (MOMENTUM.usual, MOMENTUM.required, MOMENTUM.other):
        walk.step(hyper)
    walk.assert_params()


@graded("momentum", "memory", points=1, hint=HINT_STATE)
def test_momentum_state_in_place(student):
    """The caller's state tensors hold the new state."""
    check_state_in_place(student, MOMENTUM)


@graded("momentum", "memory", points=1, hint=HINT_MEMORY)
def test_momentum_same_memory(student):
    """Whoever holds another view of the parameter sees the step."""
    check_same_memory(student, MOMENTUM)


@graded("momentum", "memory", points=0.5, hint=HINT_GRADIENTS)
def test_momentum_leaves_gradients(student):
    """The .grad is there after the step, with its values."""
    check_gradients_kept(student, MOMENTUM)


@graded("momentum", "memory", points=0.5, hint=HINT_LEAF)
def test_momentum_stays_a_leaf(student):
    """The parameter is a leaf that requires gradients, as before."""
    check_leaf(student, MOMENTUM)


@graded("momentum", "memory", points=0.5, hint=HINT_NONE)
def test_momentum_returns_none(student):
    """The result is None."""
    check_returns_none(student, MOMENTUM)


@graded("momentum", "device", points=1, hint=HINT_DEVICE)
def test_momentum_device(on_device):
    """A step on an accelerator."""
    check_device(on_device, MOMENTUM)


# adagrad


@graded("adagrad", "values", points=0.5, hint=HINT_RULE)
@DTYPES
def test_adagrad_steps(student, dtype):
    """Ten steps of one parameter, in both precisions."""
    check_walk(student, ADAGRAD, ADAGRAD.usual, dtype)


@graded("adagrad", "values", points=1, hint=HINT_ARGUMENTS)
def test_adagrad_other_arguments(student):
    """Ten steps with unusual hyper-parameters."""
    check_walk(student, ADAGRAD, ADAGRAD.other)


@graded("adagrad", "values", points=0.5, hint=HINT_DEFAULTS)
def test_adagrad_defaults(student):
    """Steps with the default hyper-parameters."""
    check_defaults(student, ADAGRAD)


@graded(
    "adagrad",
    "values",
    points=1,
    hint="Where g² is far below ε, the length of the step shows where ε stands: it is added to s, under the root.",
)
@DTYPES
def test_adagrad_small_gradients(student, dtype):
    """Gradients from 1 down to 1e-8, in both precisions."""
    check_small_gradients(student, ADAGRAD, dtype)


@graded("adagrad", "values", points=1, hint=HINT_SEVERAL)
def test_adagrad_several_parameters(student):
    """Parameters of equal and of other shapes together."""
    check_several(student, ADAGRAD)


@graded("adagrad", "values", points=1, hint=HINT_NO_GRAD)
def test_adagrad_without_gradient(student):
    """A parameter without a gradient between two that have one."""
    check_without_gradient(student, ADAGRAD)


@graded(
    "adagrad", "values", points=0.5, hint="s is a plain sum of squares, and it goes on from the sum in the list given."
)
def test_adagrad_given_state(student):
    """Two steps from a state that is not zero."""
    check_given_state(student, ADAGRAD)


@graded("adagrad", "values", points=0.5, hint=HINT_STRIDED)
def test_adagrad_strided(student):
    """A parameter, gradient and state in strided memory."""
    check_strided(student, ADAGRAD)


@graded("adagrad", "memory", points=1, hint=HINT_STATE)
def test_adagrad_state_in_place(student):
    """The caller's state tensors hold the new state."""
    check_state_in_place(student, ADAGRAD)


@graded("adagrad", "memory", points=1, hint=HINT_MEMORY)
def test_adagrad_same_memory(student):
    """Whoever holds another view of the parameter sees the step."""
    check_same_memory(student, ADAGRAD)


@graded("adagrad", "memory", points=0.5, hint=HINT_GRADIENTS)
def test_adagrad_leaves_gradients(student):
    """The .grad is there after the step, with its values."""
    check_gradients_kept(student, ADAGRAD)


@graded("adagrad", "memory", points=0.5, hint=HINT_LEAF)
def test_adagrad_stays_a_leaf(student):
    """The parameter is a leaf that requires gradients, as before."""
    check_leaf(student, ADAGRAD)


@graded("adagrad", "memory", points=0.5, hint=HINT_NONE)
def test_adagrad_returns_none(student):
    """The result is None."""
    check_returns_none(student, ADAGRAD)


@graded("adagrad", "device", points=1, hint=HINT_DEVICE)
def test_adagrad_device(on_device):
    """A step on an accelerator."""
    check_device(on_device, ADAGRAD)


# rmsprop


@graded("rmsprop", "values", points=0.5, hint=HINT_RULE)
@DTYPES
def test_rmsprop_steps(student, dtype):
    """Ten steps of one parameter, in both precisions."""
    check_walk(student, RMSPROP, RMSPROP.usual, dtype)


@graded("rmsprop", "values", points=1, hint=HINT_ARGUMENTS)
def test_rmsprop_other_arguments(student):
    """Ten steps with unusual hyper-parameters."""
    check_walk(student, RMSPROP, RMSPROP.other)


@graded("rmsprop", "values", points=0.5, hint=HINT_DEFAULTS)
def test_rmsprop_defaults(student):
    """Steps with the default hyper-parameters."""
    check_defaults(student, RMSPROP)


@graded(
    "rmsprop",
    "values",
    points=1,
    hint="Where g² is far below ε, the length of the step shows where ε stands: it is added to s, under the root.",
)
@DTYPES
def test_rmsprop_small_gradients(student, dtype):
    """Gradients from 1 down to 1e-8, in both precisions."""
    check_small_gradients(student, RMSPROP, dtype)


@graded("rmsprop", "values", points=1, hint=HINT_SEVERAL)
def test_rmsprop_several_parameters(student):
    """Parameters of equal and of other shapes together."""
    check_several(student, RMSPROP)


@graded("rmsprop", "values", points=1, hint=HINT_NO_GRAD)
def test_rmsprop_without_gradient(student):
    """A parameter without a gradient between two that have one."""
    check_without_gradient(student, RMSPROP)


@graded("rmsprop", "values", points=0.5, hint=HINT_GIVEN)
def test_rmsprop_given_state(student):
    """Two steps from a state that is not zero."""
    check_given_state(student, RMSPROP)


@graded("rmsprop", "values", points=0.5, hint=HINT_STRIDED)
def test_rmsprop_strided(student):
    """A parameter, gradient and state in strided memory."""
    check_strided(student, RMSPROP)


@graded("rmsprop", "memory", points=1, hint=HINT_STATE)
def test_rmsprop_state_in_place(student):
    """The caller's state tensors hold the new state."""
    check_state_in_place(student, RMSPROP)


@graded("rmsprop", "memory", points=1, hint=HINT_MEMORY)
def test_rmsprop_same_memory(student):
    """Whoever holds another view of the parameter sees the step."""
    check_same_memory(student, RMSPROP)


@graded("rmsprop", "memory", points=0.5, hint=HINT_GRADIENTS)
def test_rmsprop_leaves_gradients(student):
    """The .grad is there after the step, with its values."""
    check_gradients_kept(student, RMSPROP)


@graded("rmsprop", "memory", points=0.5, hint=HINT_LEAF)
def test_rmsprop_stays_a_leaf(student):
    """The parameter is a leaf that requires gradients, as before."""
    check_leaf(student, RMSPROP)


@graded("rmsprop", "memory", points=0.5, hint=HINT_NONE)
def test_rmsprop_returns_none(student):
    """The result is None."""
    check_returns_none(student, RMSPROP)


@graded("rmsprop", "device", points=1, hint=HINT_DEVICE)
def test_rmsprop_device(on_device):
    """A step on an accelerator."""
    check_device(on_device, RMSPROP)


# adadelta


@graded("adadelta", "values", points=0.5, hint=HINT_RULE)
@DTYPES
def test_adadelta_steps(student, dtype):
    """Ten steps of one parameter, in both precisions."""
    check_walk(student, ADADELTA, ADADELTA.usual, dtype)


@graded("adadelta", "values", points=1, hint=HINT_ARGUMENTS)
def test_adadelta_other_arguments(student):
    """Ten steps with unusual hyper-parameters."""
    check_walk(student, ADADELTA, ADADELTA.other)


@graded("adadelta", "values", points=0.5, hint=HINT_DEFAULTS)
def test_adadelta_defaults(student):
    """Steps with the default hyper-parameters."""
    check_defaults(student, ADADELTA)


@graded(
    "adadelta",
    "values",
    points=1,
    hint="Both ε stand under the root, one above and one below: without the upper one nothing ever moves.",
)
@DTYPES
def test_adadelta_small_gradients(student, dtype):
    """Gradients from 1 down to 1e-8, in both precisions."""
    check_small_gradients(student, ADADELTA, dtype)


@graded("adadelta", "values", points=1, hint=HINT_SEVERAL)
def test_adadelta_several_parameters(student):
    """Parameters of equal and of other shapes together."""
    check_several(student, ADADELTA)


@graded("adadelta", "values", points=1, hint=HINT_NO_GRAD)
def test_adadelta_without_gradient(student):
    """A parameter without a gradient between two that have one."""
    check_without_gradient(student, ADADELTA)


@graded("adadelta", "values", points=0.5, hint=HINT_GIVEN)
def test_adadelta_given_state(student):
    """Two steps from a state that is not zero."""
    check_given_state(student, ADADELTA)


@graded("adadelta", "values", points=0.5, hint=HINT_STRIDED)
def test_adadelta_strided(student):
    """A parameter, gradient and state in strided memory."""
    check_strided(student, ADADELTA)


@graded(
    "adadelta", "values", points=1, hint="Δ averages the squares of the steps g′ that were taken, not of the gradients."
)
def test_adadelta_deltas(student):
    """The average of squared steps after three of them."""
    walk = Walk(student, ADADELTA, [parameter(3, 2)])
    for _ in range(3):
        walk.step(ADADELTA.other)
    walk.assert_state()


@graded("adadelta", "memory", points=1, hint=HINT_STATE)
def test_adadelta_state_in_place(student):
    """The caller's state tensors hold the new state."""
    check_state_in_place(student, ADADELTA)


@graded("adadelta", "memory", points=1, hint=HINT_MEMORY)
def test_adadelta_same_memory(student):
    """Whoever holds another view of the parameter sees the step."""
    check_same_memory(student, ADADELTA)


@graded("adadelta", "memory", points=0.5, hint=HINT_GRADIENTS)
def test_adadelta_leaves_gradients(student):
    """The .grad is there after the step, with its values."""
    check_gradients_kept(student, ADADELTA)


@graded("adadelta", "memory", points=0.5, hint=HINT_LEAF)
def test_adadelta_stays_a_leaf(student):
    """The parameter is a leaf that requires gradients, as before."""
    check_leaf(student, ADADELTA)


@graded("adadelta", "memory", points=0.5, hint=HINT_NONE)
def test_adadelta_returns_none(student):
    """The result is None."""
    check_returns_none(student, ADADELTA)


@graded("adadelta", "device", points=1, hint=HINT_DEVICE)
def test_adadelta_device(on_device):
    """A step on an accelerator."""
    check_device(on_device, ADADELTA)


# adam


@graded("adam", "values", points=1, hint=HINT_RULE)
@DTYPES
def test_adam_steps(student, dtype):
    """Ten steps of one parameter, in both precisions."""
    check_walk(student, ADAM, ADAM.usual, dtype)


@graded("adam", "values", points=1, hint=HINT_ARGUMENTS)
def test_adam_other_arguments(student):
    """Ten steps with unusual hyper-parameters."""
    check_walk(student, ADAM, ADAM.other)


@graded("adam", "values", points=0.5, hint=HINT_DEFAULTS)
def test_adam_defaults(student):
    """Steps with the default hyper-parameters."""
    check_defaults(student, ADAM)


@graded(
    "adam",
    "values",
    points=1,
    hint="Where √ŝ is near ε, the place of ε shows: outside the root, added to the root of the corrected s.",
)
@DTYPES
def test_adam_small_gradients(student, dtype):
    """Gradients from 1 down to 1e-8, in both precisions."""
    check_small_gradients(student, ADAM, dtype)


@graded("adam", "values", points=1, hint=HINT_SEVERAL)
def test_adam_several_parameters(student):
    """Parameters of equal and of other shapes together."""
    check_several(student, ADAM)


@graded("adam", "values", points=1, hint=HINT_NO_GRAD)
def test_adam_without_gradient(student):
    """A parameter without a gradient between two that have one."""
    check_without_gradient(student, ADAM)


@graded("adam", "values", points=0.5, hint=HINT_STRIDED)
def test_adam_strided(student):
    """A parameter, gradient and state in strided memory."""
    check_strided(student, ADAM)


@graded("adam", "values", points=1.5, hint="At t = 1 from zeros, v̂ is the gradient itself and ŝ its square.")
def test_adam_first_step(student):
    """One step from zeros."""
    walk = Walk(student, ADAM, [parameter(3, 2)])
    walk.step(ADAM.usual)
    walk.assert_params()


@graded("adam", "values", points=1.5, hint="Correct both averages by the t that you are given, for every parameter.")
def test_adam_later_step(student):
    """Step 5 of two parameters, from averages that are not zero."""
    params = [parameter(3, 2), parameter(4)]
    walk = Walk(student, ADAM, params, later_state(ADAM, params), t=4)
    walk.step(ADAM.usual)
    walk.assert_params()


@graded(
    "adam", "values", points=1, hint="The lists keep the averages v and s as they are; v̂ and ŝ serve one step only."
)
def test_adam_averages(student):
    """Both averages after three steps."""
    walk = Walk(student, ADAM, [parameter(3, 2)])
    for _ in range(3):
        walk.step(ADAM.other)
    walk.assert_state()


@graded(
    "adam", "values", points=0.5, hint="t is the caller's count: a rule that counts for itself mixes two trainings up."
)
def test_adam_two_trainings(student):
    """Two trainings take their steps in turn."""
    walks = [Walk(student, ADAM, [parameter(3, 2)]) for _ in range(2)]
    for walk in (walks[0], walks[0], walks[1], walks[0], walks[1]):
        walk.step(ADAM.usual)
    for walk in walks:
        walk.assert_params()


@graded("adam", "memory", points=1, hint=HINT_STATE)
def test_adam_state_in_place(student):
    """The caller's state tensors hold the new state."""
    check_state_in_place(student, ADAM)


@graded("adam", "memory", points=1, hint=HINT_MEMORY)
def test_adam_same_memory(student):
    """Whoever holds another view of the parameter sees the step."""
    check_same_memory(student, ADAM)


@graded("adam", "memory", points=0.5, hint=HINT_GRADIENTS)
def test_adam_leaves_gradients(student):
    """The .grad is there after the step, with its values."""
    check_gradients_kept(student, ADAM)


@graded("adam", "memory", points=0.5, hint=HINT_LEAF)
def test_adam_stays_a_leaf(student):
    """The parameter is a leaf that requires gradients, as before."""
    check_leaf(student, ADAM)


@graded("adam", "memory", points=0.5, hint=HINT_NONE)
def test_adam_returns_none(student):
    """The result is None."""
    check_returns_none(student, ADAM)


@graded("adam", "device", points=1, hint=HINT_DEVICE)
def test_adam_device(on_device):
    """A step on an accelerator."""
    check_device(on_device, ADAM)


# decayed_lr


def assert_number(actual, expected):
    """A number, also one in a tensor or an array of one entry."""
    assert actual is not None, "expected a number, got None (is the return missing?)"
    assert_close(torch.as_tensor(actual, dtype=torch.float64).reshape(-1), torch.tensor([expected]).double(), rtol=1e-5)


@graded("decayed_lr", "values", points=1, hint="Step by step, the rate is multiplied by a once more.")
@pytest.mark.parametrize(("lr", "a", "t"), [(0.5, 0.9, 7), (3.0, 0.5, 1)], ids=["seven steps", "one step"])
def test_decayed_lr(student, lr, a, t):
    """The rate after some steps."""
    assert_number(student.decayed_lr(lr, a, t), lr * a**t)


@graded("decayed_lr", "values", points=1, hint="Before the first decay the rate is the one given.")
def test_decayed_lr_start(student):
    """The rate at t = 0."""
    assert_number(student.decayed_lr(0.3, 0.9, 0), 0.3)


# ewma


def averages(xs, gamma):
    ys = [xs[0]]
    for x in xs[1:]:
        ys.append(gamma * ys[-1] + (1 - gamma) * x)
    return torch.stack(ys)


def flat(result):
    return result.reshape(-1)


@graded("ewma", "values", points=1, hint="γ weighs the last average, 1 − γ the new entry.")
@DTYPES
def test_ewma(student, dtype):
    """Two sequences with different γ, in both precisions."""
    for length, gamma in ((12, 0.9), (7, 0.3)):
        xs = torch.randn(length, dtype=dtype)
        assert_close(flat(student.ewma(xs, gamma)).to(dtype), averages(xs, gamma))


@graded(
    "ewma", "values", points=1, hint="The first average is the first entry itself: what do equal entries average to?"
)
def test_ewma_start(student):
    """Equal entries average to themselves, from the first on."""
    xs = torch.full((6,), 2.5, dtype=torch.float64)
    assert_close(flat(student.ewma(xs, 0.75)), xs)


@graded("ewma", "values", points=0.5, hint="With γ = 0 nothing of the past is kept.")
def test_ewma_no_memory(student):
    """γ = 0 gives the sequence back."""
    xs = torch.randn(6, dtype=torch.float64)
    assert_close(flat(student.ewma(xs, 0.0)), xs)


@graded("ewma", "values", points=0.5, hint="The sequence may be a column of a matrix: strided memory.")
def test_ewma_strided(student):
    """A sequence in strided memory."""
    xs = torch.randn(6, dtype=torch.float64)
    assert_close(flat(student.ewma(non_contiguous(xs), 0.6)), averages(xs, 0.6))


@graded(
    "ewma", "shapes and dtypes", points=0.5, hint="As many averages as entries, in one dim, also for a single entry."
)
def test_ewma_shape(student):
    """The shape is the sequence's, for a single entry too."""
    for length in (1, 5):
        assert student.ewma(torch.randn(length), 0.9).shape == (length,)


@graded("ewma", "shapes and dtypes", points=0.5, hint="The averages have the dtype of the sequence.")
def test_ewma_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert student.ewma(torch.randn(5, dtype=dtype), 0.9).dtype == dtype


@graded("ewma", "gradients", points=1, hint="Did .item(), .data, detach or torch.tensor cut the graph?")
def test_ewma_gradients(student):
    """Gradients in all entries of the sequence."""
    xs = torch.randn(6, dtype=torch.float64)
    assert_same_gradients(lambda xs: student.ewma(xs, 0.7), lambda xs: averages(xs, 0.7), xs)


@graded("ewma", "memory", points=0.5, hint="The averages must not be written into the caller's sequence.")
def test_ewma_leaves_argument(student):
    """The sequence is as before."""
    xs = torch.randn(6)
    with unchanged(xs):
        student.ewma(xs, 0.7)


@graded("ewma", "device", points=0.5, hint="A tensor that you create must lie on the sequence's device.")
def test_ewma_device(on_device):
    """A sequence on an accelerator."""
    xs = torch.randn(6)
    assert_close(flat(on_device.ewma(xs, 0.7)), averages(xs, 0.7))


# gradient_descent


def slope(x):
    """The gradient of a function that is no parabola: asked at a wrong point it gives a wrong step."""
    return x**3 + 0.5 * x - 1


class Constant:
    """The gradient of a linear function: every call gives out the same tensor."""

    def __init__(self, slope):
        self.slope = slope

    def __call__(self, x):
        return self.slope


class Buffered:
    """A gradient that is written into one buffer over and over."""

    def __init__(self, buffer):
        self.buffer = buffer

    def __call__(self, x):
        return torch.sin(x.detach(), out=self.buffer)


def path(grad, x0, lr, num_steps):
    points = [x0.clone()]
    for _ in range(num_steps):
        points.append(points[-1] - lr * grad(points[-1]))
    return torch.stack(points)


@graded("gradient_descent", "values", points=1, hint="Each step asks for the gradient where the last step has led to.")
@DTYPES
def test_descent(student, dtype):
    """The path of six steps, in both precisions."""
    x0 = torch.rand(3, dtype=dtype)
    assert_close(flat(student.gradient_descent(slope, x0, 0.2, 6)).to(dtype), flat(path(slope, x0, 0.2, 6)))


@graded("gradient_descent", "values", points=0.5, hint="One step makes two points: count them.")
def test_descent_one_step(student):
    """A single step from the given start."""
    x0 = torch.rand(4, dtype=torch.float64)
    assert_close(flat(student.gradient_descent(slope, x0, 0.3, 1)), flat(path(slope, x0, 0.3, 1)))


@graded(
    "gradient_descent",
    "values",
    points=1,
    hint="grad may hand the point itself back, as that of |x|²/2 does: what else changes when you change it in place?",
)
def test_descent_same_object(student):
    """A gradient that is the point itself."""
    x0 = torch.randn(3, dtype=torch.float64)
    actual = student.gradient_descent(lambda x: x, x0.clone(), 0.25, 5)
    assert_close(flat(actual), flat(path(lambda x: x, x0, 0.25, 5)))


@graded("gradient_descent", "values", points=0.5, hint="The start may lie in strided memory: view fails there.")
def test_descent_strided(student):
    """A start in strided memory."""
    x0 = torch.rand(2, 3, dtype=torch.float64).T
    actual = student.gradient_descent(slope, x0, 0.2, 4)
    assert_close(flat(actual), flat(path(slope, x0, 0.2, 4)))


@graded(
    "gradient_descent", "shapes and dtypes", points=1, hint="Points of any shape are stacked along a new first dim."
)
def test_descent_shapes(student):
    """Points that are scalars, vectors, matrices and more."""
    for shape in ((), (1,), (4,), (3, 2), (2, 1, 3)):
        assert student.gradient_descent(slope, torch.rand(shape), 0.1, 5).shape == (6, *shape)


@graded("gradient_descent", "shapes and dtypes", points=0.5, hint="Without a step the path is its start alone.")
def test_descent_no_step(student):
    """A path of no step."""
    x0 = torch.rand(3, 2)
    assert_close(student.gradient_descent(slope, x0, 0.1, 0), x0.unsqueeze(0))


@graded("gradient_descent", "shapes and dtypes", points=0.5, hint="The path has the dtype of its start.")
def test_descent_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert student.gradient_descent(slope, torch.rand(3, dtype=dtype), 0.1, 2).dtype == dtype


@graded(
    "gradient_descent", "memory", points=0.5, hint="x0 is the caller's: the steps must be taken by a point of yours."
)
def test_descent_leaves_start(student):
    """The start is as before."""
    x0 = torch.rand(3)
    with unchanged(x0):
        student.gradient_descent(slope, x0, 0.1, 3)


@graded(
    "gradient_descent",
    "memory",
    points=1,
    hint="What grad returns belongs to grad: scale a copy, not the tensor itself.",
)
def test_descent_leaves_gradient(student):
    """Gradients that hand out one tensor again and again."""
    x0 = torch.rand(3, dtype=torch.float64)
    tensor = torch.randn(3, dtype=torch.float64)
    expected = torch.stack([x0 - 0.1 * k * tensor for k in range(5)])
    assert_close(flat(student.gradient_descent(Constant(tensor.clone()), x0, 0.1, 4)), flat(expected))
    actual = student.gradient_descent(Buffered(torch.zeros(3, dtype=torch.float64)), x0, 0.1, 4)
    assert_close(flat(actual), flat(path(torch.sin, x0, 0.1, 4)))


@graded("gradient_descent", "device", points=0.5, hint="A tensor that you create must lie on x0's device.")
def test_descent_device(on_device):
    """A path on an accelerator."""
    x0 = torch.rand(3)
    assert_close(flat(on_device.gradient_descent(slope, x0, 0.2, 4)), flat(path(slope, x0, 0.2, 4)))


# critical_point


def hessian(*eigenvalues, dtype=torch.float64):
    """A symmetric matrix with these eigenvalues, in random directions."""
    directions, _ = torch.linalg.qr(torch.randn(len(eigenvalues), len(eigenvalues), dtype=torch.float64))
    matrix = directions @ torch.diag(torch.tensor(eigenvalues, dtype=torch.float64)) @ directions.T
    return ((matrix + matrix.T) / 2).to(dtype)


def check_point(student, eigenvalues, answer):
    for dtype in (torch.float32, torch.float64):
        assert student.critical_point(hessian(*eigenvalues, dtype=dtype)) == answer


@graded(
    "critical_point", "values", points=0.5, hint="All eigenvalues above 0, all below, or both kinds: which is which?"
)
@pytest.mark.parametrize(
    ("eigenvalues", "answer"),
    [((1.0, 3.0), "minimum"), ((-1.0, -3.0), "maximum"), ((-1.0, 2.0), "saddle")],
    ids=["both positive", "both negative", "one of each"],
)
def test_critical_point(student, eigenvalues, answer):
    """Two dims, in both precisions."""
    check_point(student, eigenvalues, answer)


@graded("critical_point", "values", points=1, hint="From three dims on, neither determinant nor trace tells all signs.")
def test_critical_point_three_dims(student):
    """Three dims, with every number of negative eigenvalues."""
    for eigenvalues, answer in [
        ((1.0, 2.0, 4.0), "minimum"),
        ((-1.0, 2.0, 4.0), "saddle"),
        ((-1.0, -2.0, 4.0), "saddle"),
        ((-1.0, -2.0, -4.0), "maximum"),
    ]:
        check_point(student, eigenvalues, answer)


@graded(
    "critical_point", "values", points=0.5, hint="A function of one variable has a Hessian too, with one eigenvalue."
)
def test_critical_point_one_dim(student):
    """One dim."""
    check_point(student, (0.5,), "minimum")
    check_point(student, (-0.5,), "maximum")


@graded(
    "critical_point",
    "values",
    points=0.5,
    hint="A zero eigenvalue beside others of one sign leaves the point undecided.",
)
@pytest.mark.parametrize("sign", [1.0, -1.0], ids=["others positive", "others negative"])
def test_critical_point_undetermined(student, sign):
    """An eigenvalue is zero, exactly or up to rounding; a tiny one of the other sign is no saddle."""
    assert student.critical_point(torch.tensor([[sign, 0.0], [0.0, 0.0]])) == "undetermined"
    assert student.critical_point(torch.full((3, 3), sign)) == "undetermined"
    check_point(student, (3 * sign, sign, -1e-6 * sign), "undetermined")


@graded(
    "critical_point", "values", points=1, hint="Two eigenvalues that differ in sign make a saddle, whatever the others."
)
def test_critical_point_degenerate_saddle(student):
    """Both signs beside a zero."""
    check_point(student, (-1.0, 0.0, 2.0), "saddle")


@graded(
    "critical_point", "values", points=0.5, hint="What is small is small beside the largest eigenvalue, not beside 1."
)
@pytest.mark.parametrize("scale", [1e-6, 1e6], ids=["tiny Hessian", "huge Hessian"])
def test_critical_point_scale(student, scale):
    """Another unit of measurement changes no sign."""
    check_point(student, (3 * scale, scale), "minimum")
    check_point(student, (-3 * scale, scale), "saddle")
    check_point(student, (3 * scale, scale, 1e-6 * scale), "undetermined")


@graded(
    "critical_point", "values", points=0.5, hint="A small eigenvalue counts unless it is below 1e-5 of the largest."
)
def test_critical_point_small_eigenvalue(student):
    """An eigenvalue of 1e-4 of the largest has a sign."""
    check_point(student, (1.0, 1e-4), "minimum")
    check_point(student, (1.0, -1e-4), "saddle")


@graded("critical_point", "values", points=0.5, hint="Where every eigenvalue is zero, none of them has a sign.")
def test_critical_point_flat(student):
    """The zero matrix."""
    assert student.critical_point(torch.zeros(2, 2)) == "undetermined"


@graded("critical_point", "memory", points=0.5, hint="An in-place operator has changed the caller's Hessian.")
def test_critical_point_leaves_argument(student):
    """The Hessian is as before."""
    matrix = hessian(1.0, 2.0, 4.0)
    with unchanged(matrix):
        student.critical_point(matrix)


@graded("critical_point", "device", points=0.5, hint="A tensor that you create must lie on the Hessian's device.")
def test_critical_point_device(on_device):
    """A Hessian on an accelerator."""
    assert on_device.critical_point(hessian(1.0, -2.0, 4.0, dtype=torch.float32)) == "saddle"
