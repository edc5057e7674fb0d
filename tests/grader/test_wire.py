"""The wire format: what is sent arrives, and whatever else arrives is refused without harm."""

import json
import math
import random

import numpy
import pytest
import torch

from grader.sandbox import wire


def through(value):
    """`value`, encoded as the student's side does and decoded as the trusted side does."""
    encoder = wire.Encoder(lambda value: None, lambda tensor, header: None, lambda value: {"t": "handle"})
    header = json.loads(json.dumps(encoder.encode(value)))
    body = bytearray(b"".join(bytes(piece) for piece in encoder.buffers))
    decoder = wire.Decoder(body, lambda value: "a handle", lambda tensor, header: tensor)
    result = decoder.decode(header)
    decoder.finish()
    return result


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0,
        -7,
        2**80,
        1.5,
        math.inf,
        "text 中",
        [1, [2.0, "x"]],
        (1, None),
        {"a": 1, 2: (3,)},
        torch.Size([2, 0]),
    ],
    ids=repr,
)
def test_plain_values_arrive(value):
    result = through(value)
    assert result == value
    assert type(result) is type(value)


def test_nan_arrives():
    assert math.isnan(through(math.nan))


@pytest.mark.parametrize("dtype", wire.DTYPES.values(), ids=str)
@pytest.mark.parametrize("shape", [(), (0, 3), (2, 3)])
def test_tensors_arrive(dtype, shape):
    tensor = torch.ones(shape).to(dtype)
    result = through({"x": tensor.mT if tensor.dim() == 2 else tensor})["x"]
    assert result.dtype == dtype
    assert result.shape == tensor.shape[::-1]
    assert torch.equal(result, tensor.reshape(result.shape))


def test_arrays_and_numpy_scalars_arrive():
    array = numpy.arange(6, dtype=numpy.int16).reshape(2, 3).T
    assert (through(array) == array).all()
    assert type(through(numpy.float64(2.5))) is float  # a float is a float
    assert type(through(numpy.int64(2))) is numpy.int64


def test_what_is_no_data_becomes_a_handle():
    assert through([object()]) == ["a handle"]


def test_subclasses_lose_their_disguise():
    class Agreeable(float):
        def __eq__(self, other):
            return True

        __hash__ = float.__hash__

    assert type(through(Agreeable(1.0))) is float


def decode(header, body=b""):
    decoder = wire.Decoder(bytearray(body), lambda value: "a reference", lambda tensor, header: tensor)
    result = decoder.decode(header)
    decoder.finish()
    return result


def nested(depth):
    value = 1
    for _ in range(depth):
        value = {"t": "list", "v": [value]}
    return value


@pytest.mark.parametrize(
    "header",
    [
        [1],
        {},
        {"t": "pickle"},
        {"t": ["list"]},
        {"t": "list"},
        {"t": "list", "v": {"a": 1}},
        {"t": "dict", "v": [[1, 2, 3]]},
        {"t": "dict", "v": [[{"t": "list", "v": []}, 1]]},
        {"t": "dtype", "v": "load"},
        {"t": "device", "v": "no such device"},
        {"t": "size", "v": [-1]},
        {"t": "tensor", "dtype": "float32", "shape": [2], "n": 4},
        {"t": "tensor", "dtype": "float32", "shape": [1], "n": 8},
        {"t": "tensor", "dtype": "float32", "shape": [1.0], "n": 4},
        {"t": "tensor", "dtype": "float32", "shape": [True], "n": 4},
        {"t": "tensor", "dtype": "float32", "shape": [-1], "n": 4},
        {"t": "tensor", "dtype": "float32", "shape": [math.nan], "n": 4},
        {"t": "tensor", "dtype": "float32", "shape": [2**62], "n": 4},
        {"t": "tensor", "dtype": "float32", "shape": [0, 2**40], "n": 0},
        {"t": "tensor", "dtype": "float32", "shape": [0, 2**20, 2**20], "n": 0},
        {"t": "tensor", "dtype": "float32", "shape": [1] * 65, "n": 4},
        {"t": "tensor", "dtype": "object", "shape": [1], "n": 8},
        {"t": "tensor", "dtype": 7, "shape": [1], "n": 8},
        {"t": "ndarray", "dtype": "O", "shape": [1], "n": 8},
        {"t": "ndarray", "dtype": "i4,i4", "shape": [1], "n": 8},
        {"t": "ndarray", "dtype": "<f4", "shape": "1", "n": 4},
        nested(100),
    ],
    ids=str,
)
def test_malformed_values_are_refused(header):
    with pytest.raises(wire.WireError):
        decode(header, b"\0\0\0\0")


def test_surplus_bytes_are_refused():
    with pytest.raises(wire.WireError):
        decode(1, b"surplus")


@pytest.mark.parametrize("text", [b"", b"[]", b"\xff", b"{" * 100_000, b'{"n": ' + b"9" * 5000 + b"}"])
def test_malformed_headers_are_refused(text):
    with pytest.raises(wire.WireError):
        wire.parse_header(text)


def test_lengths_beyond_the_bounds_are_refused():
    with pytest.raises(wire.WireError):
        wire.lengths(wire.PREFIX.pack(wire.MAX_HEADER + 1, 0))
    with pytest.raises(wire.WireError):
        wire.lengths(wire.PREFIX.pack(0, wire.MAX_BODY + 1))


def test_bytes_that_are_no_bool_become_one():
    result = decode({"t": "tensor", "dtype": "bool", "shape": [2], "n": 2}, b"\x00\x07")
    assert result.tolist() == [False, True]
    assert result.view(torch.uint8).tolist() == [0, 1]


def test_mutated_frames_are_refused_or_read():
    """Whatever single bytes a hostile sender changes, the reader gives a value or WireError, nothing else."""
    encoder = wire.Encoder(lambda value: None, lambda tensor, header: None, lambda value: {"t": "handle"})
    value = {"x": torch.ones(2, 3), "y": [(1, 2.5, None), numpy.ones(3)], "d": torch.float32}
    text = json.dumps(encoder.encode(value)).encode()
    body = b"".join(bytes(piece) for piece in encoder.buffers)
    chance = random.Random(0)
    for _ in range(3000):
        mutated = bytearray(text)
        for _ in range(chance.randint(1, 4)):
            mutated[chance.randrange(len(mutated))] = chance.choice(b'0123456789{}[]":,.-tfnaxe\xff')
        try:
            decode(wire.parse_header(bytes(mutated)), body)
        except wire.WireError:
            continue


def test_results_too_large_are_not_sent():
    encoder = wire.Encoder(lambda value: None, lambda tensor, header: None, lambda value: {"t": "handle"})
    with pytest.raises(wire.Unsendable):
        encoder.encode(torch.zeros(1).expand(2**40))
    with pytest.raises(wire.Unsendable):
        encoder.encode([[]] * (wire.MAX_ITEMS + 1))
    endless: list = []
    endless.append(endless)
    with pytest.raises(wire.Unsendable):
        encoder.encode(endless)
