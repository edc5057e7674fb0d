"""Hidden suite of topic 9, convolution and pooling.

Torch's own operators, run in float64, say what is right. Heights and widths differ almost everywhere, so that a pair
mixed up shows; most images are float32, so that a wrong dtype costs the points for dtypes alone.
"""

import pytest
import torch
import torch.nn.functional as F

from grader.suite import assert_close, assert_same_gradients, graded, is_module, unchanged

# conv1d, thnn_conv2d, conv_transpose2d, slow_conv_dilated2d, mkldnn_convolution, ...; not convert_..., not im2col.
READY_MADE = ["conv[123_]*", "*_conv[123_]*", "*convolution*", "*max_pool*", "*avg_pool*", "lp_pool*"]
FORBIDDEN = dict.fromkeys(
    (
        "corr2d",
        "conv2d_flipped",
        "output_size",
        "corr2d_padded",
        "corr2d_multi_in",
        "corr2d_multi_in_out",
        "corr2d_1x1",
        "Conv2D",
        "pool2d",
        "learn_kernel",
    ),
    READY_MADE,
)

both_dtypes = pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])
both_modes = pytest.mark.parametrize("mode", ["max", "avg"])

HINT_SIZES = "There are as many windows as the output has entries: h - kh + 1 rows of w - kw + 1."
HINT_DTYPE = "The result must have the dtype of the input, be it float32 or float64: what dtype has your buffer?"
HINT_WHOLE = "A kernel as large as the image has one place: the result keeps both dimensions."
HINT_STRIDED = (
    "The entries need not lie next to each other in memory: `view` and strides made up from the shape go wrong."
)
HINT_UNCHANGED = "Your function writes into the caller's tensor: which operation of yours works in place?"
HINT_GRADIENT = (
    "Autograd must reach the image and the kernel: no detach, no `.data`, no `.item()`, no `torch.tensor(...)`."
)
HINT_DEVICE = "What you create (zeros, empty, padding) must lie on the inputs' device, and so must the result."
HINT_SQUARE = "On a square, rows and columns are easily confused: kernel entry [a, b] meets window entry [a, b]."
HINT_CHANNELS = "With equal sizes, channels are easily confused: in K (co, ci, kh, kw) the outputs come first."
HINT_FLOOR = "A window that does not fit any more is dropped: the size is rounded down."


def correlation(X, K, **options):
    """One image, one kernel."""
    return F.conv2d(X.double()[None, None], K.double()[None, None], **options)[0, 0].to(X.dtype)


def correlation_in(X, K):
    """Input channels, one kernel each."""
    return correlation_in_out(X, K[None])[0]


def correlation_in_out(X, K):
    """Input channels, output channels."""
    return F.conv2d(X.double()[None], K.double())[0].to(X.dtype)


def pooled(X, pool_size, mode="max", padding=(0, 0), stride=None):
    """Torch's own pooling; its max ignores the padding and its average counts it, by default."""
    pool = {"max": F.max_pool2d, "avg": F.avg_pool2d}[mode]
    channels = X.double().reshape(1, -1, *X.shape[-2:])
    result = pool(channels, pool_size, stride, padding)
    return result.reshape(*X.shape[:-2], *result.shape[-2:]).to(X.dtype)


def transposed(X):
    """Equal values, column after column in memory."""
    return X.mT.contiguous().mT


# corr2d


@graded("corr2d", "values", points=1, hint=HINT_SIZES)
@both_dtypes
def test_corr2d(student, dtype):
    """A wide image and a wide kernel."""
    X, K = torch.randn(4, 7, dtype=dtype), torch.randn(2, 3, dtype=dtype)
    assert_close(student.corr2d(X, K), correlation(X, K))


@graded(
    "corr2d", "values", points=1, hint="Height and width each have a size of their own, in image, kernel and output."
)
def test_corr2d_tall(student):
    """A tall image and a tall kernel."""
    X, K = torch.randn(6, 3), torch.randn(4, 2)
    assert_close(student.corr2d(X, K), correlation(X, K))


@graded("corr2d", "values", points=1, hint=HINT_SQUARE)
def test_corr2d_square(student):
    """A square kernel on a square image: neither transposed nor turned over."""
    X, K = torch.randn(5, 5), torch.randn(3, 3)
    assert_close(student.corr2d(X, K), correlation(X, K))


@graded("corr2d", "values", points=0.5, hint=HINT_WHOLE)
def test_corr2d_whole_image(student):
    """A kernel as large as the image."""
    X, K = torch.randn(3, 4), torch.randn(3, 4)
    assert_close(student.corr2d(X, K), correlation(X, K))


@graded(
    "corr2d", "values", points=0.5, hint="A kernel of one entry scales the image; a single row or column stays one."
)
@pytest.mark.parametrize(
    ("image", "kernel"), [((3, 5), (1, 1)), ((1, 5), (1, 2))], ids=["kernel of one entry", "image of one row"]
)
def test_corr2d_sizes_of_one(student, image, kernel):
    """A kernel of one entry, and an image of one row."""
    X, K = torch.randn(image), torch.randn(kernel)
    assert_close(student.corr2d(X, K), correlation(X, K))


@graded("corr2d", "values", points=0.5, hint=HINT_STRIDED)
@pytest.mark.parametrize("strided", ["image", "kernel"])
def test_corr2d_strided(student, strided):
    """A non-contiguous image, and a non-contiguous kernel."""
    X, K = torch.randn(4, 6), torch.randn(2, 3)
    inputs = (transposed(X), K) if strided == "image" else (X, transposed(K))
    assert_close(student.corr2d(*inputs), correlation(X, K))


@graded("corr2d", "values", points=0.5, hint=HINT_UNCHANGED)
def test_corr2d_leaves_inputs(student):
    """Image and kernel are as they were."""
    X, K = torch.randn(4, 6), torch.randn(2, 3)
    with unchanged(X, K):
        student.corr2d(X, K)


@graded("corr2d", "shapes and dtypes", points=1, hint=HINT_SIZES)
def test_corr2d_shape(student):
    """The shape is (h - kh + 1, w - kw + 1)."""
    assert student.corr2d(torch.randn(4, 7), torch.randn(3, 2)).shape == (2, 6)


@graded("corr2d", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_corr2d_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert student.corr2d(torch.randn(3, 4, dtype=dtype), torch.randn(2, 2, dtype=dtype)).dtype == dtype


@graded("corr2d", "gradients", points=1.5, hint=HINT_GRADIENT)
def test_corr2d_gradient_in_image(student):
    """The gradient in the image: an entry counts in every window that holds it."""
    K = torch.randn(2, 3)
    assert_same_gradients(lambda X: student.corr2d(X, K), lambda X: correlation(X, K), torch.randn(4, 6))


@graded("corr2d", "gradients", points=1.5, hint=HINT_GRADIENT)
def test_corr2d_gradient_in_kernel(student):
    """The gradient in the kernel: an entry counts in every place."""
    X = torch.randn(4, 6)
    assert_same_gradients(lambda K: student.corr2d(X, K), lambda K: correlation(X, K), torch.randn(2, 3))


@graded("corr2d", "device", points=1, hint=HINT_DEVICE)
def test_corr2d_device(on_device):
    """Image and kernel on an accelerator."""
    X, K = torch.randn(4, 5), torch.randn(2, 3)
    assert_close(on_device.corr2d(X, K), correlation(X, K))


# conv2d_flipped


def convolution(X, K):
    return correlation(X, K.flip(0, 1))


@graded(
    "conv2d_flipped", "values", points=1, hint="The kernel is turned upside down and left to right, then it slides."
)
@both_dtypes
def test_flipped(student, dtype):
    """A kernel that is not square."""
    X, K = torch.randn(4, 7, dtype=dtype), torch.randn(2, 3, dtype=dtype)
    assert_close(student.conv2d_flipped(X, K), convolution(X, K))


@graded(
    "conv2d_flipped", "values", points=1, hint="Flipping reverses both orders; it does not exchange rows and columns."
)
def test_flipped_square(student):
    """A square kernel: flipped, not transposed and not turned by a quarter."""
    X, K = torch.randn(5, 4), torch.randn(3, 3)
    assert_close(student.conv2d_flipped(X, K), convolution(X, K))


@graded("conv2d_flipped", "values", points=0.5, hint="A row can only be flipped left to right, a column upside down.")
def test_flipped_row_and_column(student):
    """A kernel of one row, and one of one column."""
    X, row, column = torch.randn(4, 5), torch.randn(1, 3), torch.randn(3, 1)
    assert_close(student.conv2d_flipped(X, row), convolution(X, row))
    assert_close(student.conv2d_flipped(X, column), convolution(X, column))


@graded("conv2d_flipped", "values", points=0.5, hint=HINT_STRIDED)
def test_flipped_strided(student):
    """A non-contiguous image and a non-contiguous kernel."""
    X, K = torch.randn(4, 6), torch.randn(2, 3)
    assert_close(student.conv2d_flipped(transposed(X), transposed(K)), convolution(X, K))


@graded("conv2d_flipped", "values", points=0.5, hint=HINT_UNCHANGED)
def test_flipped_leaves_inputs(student):
    """The caller's kernel is not turned over."""
    X, K = torch.randn(4, 6), torch.randn(2, 3)
    with unchanged(X, K):
        student.conv2d_flipped(X, K)


@graded("conv2d_flipped", "shapes and dtypes", points=0.5, hint=HINT_SIZES)
def test_flipped_shape(student):
    """The shape is (h - kh + 1, w - kw + 1)."""
    assert student.conv2d_flipped(torch.randn(4, 7), torch.randn(3, 2)).shape == (2, 6)


@graded("conv2d_flipped", "shapes and dtypes", points=0.5, hint=HINT_DTYPE)
def test_flipped_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert student.conv2d_flipped(torch.randn(3, 4, dtype=dtype), torch.randn(2, 2, dtype=dtype)).dtype == dtype


@graded("conv2d_flipped", "gradients", points=1.5, hint=HINT_GRADIENT)
def test_flipped_gradients(student):
    """The gradients in image and kernel."""
    assert_same_gradients(student.conv2d_flipped, convolution, torch.randn(4, 6), torch.randn(2, 3))


@graded("conv2d_flipped", "device", points=1, hint=HINT_DEVICE)
def test_flipped_device(on_device):
    """Image and kernel on an accelerator."""
    X, K = torch.randn(4, 5), torch.randn(2, 3)
    assert_close(on_device.conv2d_flipped(X, K), convolution(X, K))


# output_size: what is asked of it is what torch's own pooling gives


def sizes(student, cases):
    """What the student says of each case, as ints: a float costs the points for types alone."""
    return [int(student.output_size(*case)) for case in cases]


@graded("output_size", "values", points=1, hint="A kernel of size 1 has n places; each entry more costs one of them.")
def test_output_size(student):
    """Neither padding nor stride."""
    cases = [(5, 3), (7, 1), (8, 2)]
    assert sizes(student, cases) == [n - k + 1 for n, k in cases]


@graded("output_size", "values", points=1.5, hint="Padding counts per side: it lengthens the input at both ends.")
def test_output_size_padding(student):
    """Padding, also where the kernel is larger than the input itself."""
    cases = [(5, 3, 1), (6, 5, 2), (4, 2, 3), (3, 5, 2)]
    assert sizes(student, cases) == [len(range(n + 2 * p - k + 1)) for n, k, p in cases]


@graded("output_size", "values", points=1.5, hint="The first place is free, each further one takes a whole stride.")
def test_output_size_stride(student):
    """Strides that come out even, and strides that leave a rest."""
    cases = [(7, 3, 0, 2), (8, 3, 0, 2), (9, 2, 0, 3), (10, 2, 0, 3), (11, 2, 0, 3), (6, 1, 0, 4)]
    assert sizes(student, cases) == [len(range(0, n - k + 1, s)) for n, k, _, s in cases]


@graded("output_size", "values", points=1, hint="Where the kernel just fits there is one place, whatever the stride.")
def test_output_size_one_place(student):
    """Kernels as large as the (padded) input."""
    cases = [(5, 5), (1, 1), (3, 7, 2), (4, 4, 0, 3), (3, 5, 1, 2)]
    assert sizes(student, cases) == [1] * len(cases)


@graded("output_size", "shapes and dtypes", points=1, hint="A size is an int: which of Python's divisions gives one?")
def test_output_size_type(student):
    """An int, with and without a rest, called by name too."""
    for size in (student.output_size(7, 3, padding=1, stride=2), student.output_size(n=8, k=3, stride=2)):
        assert isinstance(size, int), f"expected an int, got a {type(size).__name__}"


@graded(
    "output_size",
    "errors",
    points=0.5,
    hint="These arguments have no size: raise a ValueError that says which is wrong.",
)
@pytest.mark.parametrize(
    "cases",
    [
        [(3, 4), (2, 6, 1), (5, 8, 1, 2)],
        [(5, 0), (5, -1), (5, 0, 1, 1)],
        [(5, 3, 0, 0), (5, 3, 1, -1)],
        [(5, 3, -1), (9, 2, -2, 2)],
    ],
    ids=["kernel too large", "kernel below 1", "stride below 1", "negative padding"],
)
def test_output_size_errors(student, cases):
    """Arguments that cannot be."""
    for case in cases:
        with pytest.raises(ValueError):
            student.output_size(*case)


# corr2d_padded


@graded("corr2d_padded", "values", points=0.5, hint="Without further arguments it is corr2d: no padding, steps of one.")
@both_dtypes
def test_padded_defaults(student, dtype):
    """Neither padding nor stride."""
    X, K = torch.randn(4, 6, dtype=dtype), torch.randn(2, 3, dtype=dtype)
    assert_close(student.corr2d_padded(X, K), correlation(X, K))


@graded(
    "corr2d_padded",
    "values",
    points=0.5,
    hint="padding[0] rows of zeros above and as many below, padding[1] columns left and as many right.",
)
@pytest.mark.parametrize("padding", [(1, 1), (2, 1), (0, 2)])
def test_padded_padding(student, padding):
    """Padding: equal, unequal, in one direction."""
    X, K = torch.randn(4, 6), torch.randn(3, 2)
    assert_close(student.corr2d_padded(X, K, padding=padding), correlation(X, K, padding=padding))


@graded(
    "corr2d_padded", "values", points=0.5, hint="The window of entry [i, j] starts at [i * stride[0], j * stride[1]]."
)
@pytest.mark.parametrize("stride", [(2, 2), (2, 3), (3, 1)])
def test_padded_stride(student, stride):
    """Strides that come out even: equal, unequal, in one direction."""
    X, K = torch.randn(8, 9), torch.randn(2, 3)
    assert_close(student.corr2d_padded(X, K, stride=stride), correlation(X, K, stride=stride))


@graded("corr2d_padded", "values", points=1, hint=HINT_FLOOR)
def test_padded_rest(student):
    """A rest at both ends that no window fits into any more."""
    X, K = torch.randn(7, 8), torch.randn(2, 3)
    assert_close(student.corr2d_padded(X, K, stride=(2, 3)), correlation(X, K, stride=(2, 3)))


@graded(
    "corr2d_padded", "values", points=1, hint="First the zeros go around the image, then the kernel starts to step."
)
def test_padded_both(student):
    """Padding and stride together, all four numbers different from their neighbours."""
    X, K = torch.randn(5, 7), torch.randn(3, 2)
    expected = correlation(X, K, padding=(1, 2), stride=(3, 2))
    assert_close(student.corr2d_padded(X, K, (1, 2), (3, 2)), expected)


@graded(
    "corr2d_padded",
    "values",
    points=0.5,
    hint="A step may be longer than the kernel: then some entries are never seen.",
)
@pytest.mark.parametrize(("kernel", "stride"), [((2, 1), (3, 4)), ((1, 1), (2, 2))], ids=["2x1 kernel", "1x1 kernel"])
def test_padded_gaps(student, kernel, stride):
    """Strides beyond the kernel's size."""
    X, K = torch.randn(7, 6), torch.randn(kernel)
    assert_close(student.corr2d_padded(X, K, stride=stride), correlation(X, K, stride=stride))


@graded(
    "corr2d_padded",
    "values",
    points=1,
    hint="A kernel fits where it fits the padded image, be the image itself smaller.",
)
def test_padded_whole_image(student):
    """Kernels larger than the image, one as large as the padded image."""
    X = torch.randn(2, 3)
    for kernel in ((4, 5), (3, 5)):
        K = torch.randn(kernel)
        assert_close(student.corr2d_padded(X, K, padding=(1, 1)), correlation(X, K, padding=(1, 1)))


@graded("corr2d_padded", "values", points=0.5, hint=HINT_STRIDED)
def test_padded_strided(student):
    """A non-contiguous image and a non-contiguous kernel."""
    X, K = torch.randn(5, 6), torch.randn(2, 3)
    expected = correlation(X, K, padding=(0, 1), stride=(1, 2))
    assert_close(student.corr2d_padded(transposed(X), transposed(K), padding=(0, 1), stride=(1, 2)), expected)
    assert_close(student.corr2d_padded(transposed(X), K), correlation(X, K))


@graded("corr2d_padded", "values", points=0.5, hint=HINT_UNCHANGED)
def test_padded_leaves_inputs(student):
    """Image and kernel are as they were."""
    X, K = torch.randn(5, 6), torch.randn(2, 3)
    with unchanged(X, K):
        student.corr2d_padded(X, K, padding=(1, 2), stride=(2, 1))


@graded("corr2d_padded", "shapes and dtypes", points=0.5, hint=HINT_FLOOR)
@pytest.mark.parametrize(
    "options", [{"padding": (2, 0)}, {"padding": (1, 0), "stride": (2, 3)}], ids=["padding", "stride"]
)
def test_padded_shape(student, options):
    """The shape follows from output_size in both directions."""
    X, K = torch.randn(6, 9), torch.randn(3, 2)
    assert student.corr2d_padded(X, K, **options).shape == correlation(X, K, **options).shape


@graded("corr2d_padded", "shapes and dtypes", points=0.5, hint=HINT_DTYPE)
def test_padded_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        X, K = torch.randn(3, 4, dtype=dtype), torch.randn(2, 2, dtype=dtype)
        assert student.corr2d_padded(X, K, padding=(1, 1)).dtype == dtype


@graded("corr2d_padded", "gradients", points=1.5, hint=HINT_GRADIENT)
@pytest.mark.parametrize(
    "options", [{"padding": (2, 1)}, {"padding": (0, 1), "stride": (3, 2)}], ids=["padding", "padding and stride"]
)
def test_padded_gradients(student, options):
    """The gradients in image and kernel, with padding and stride."""
    assert_same_gradients(
        lambda X, K: student.corr2d_padded(X, K, **options),
        lambda X, K: correlation(X, K, **options),
        torch.randn(5, 6),
        torch.randn(2, 3),
    )


@graded("corr2d_padded", "device", points=1.5, hint=HINT_DEVICE)
def test_padded_device(on_device):
    """Image and kernel on an accelerator, with padding and stride."""
    X, K = torch.randn(4, 5), torch.randn(2, 3)
    options = {"padding": (1, 2), "stride": (2, 1)}
    assert_close(on_device.corr2d_padded(X, K, **options), correlation(X, K, **options))


# corr2d_multi_in


@graded("corr2d_multi_in", "values", points=0.5, hint="Each channel meets its own kernel; the results are added up.")
@both_dtypes
def test_multi_in(student, dtype):
    """Three channels."""
    X, K = torch.randn(3, 4, 6, dtype=dtype), torch.randn(3, 2, 3, dtype=dtype)
    assert_close(student.corr2d_multi_in(X, K), correlation_in(X, K))


@graded("corr2d_multi_in", "values", points=1, hint="Dimension 0 holds the channels, then come height and width.")
def test_multi_in_cube(student):
    """As many channels as rows and columns, in image and kernel."""
    X, K = torch.randn(3, 3, 3), torch.randn(3, 3, 3)
    assert_close(student.corr2d_multi_in(X, K), correlation_in(X, K))
    X, K = torch.randn(2, 5, 4), torch.randn(2, 2, 2)
    assert_close(student.corr2d_multi_in(X, K), correlation_in(X, K))


@graded(
    "corr2d_multi_in", "values", points=1, hint="A single channel is summed like many: the result is an image (h', w')."
)
def test_multi_in_one_channel(student):
    """One channel."""
    X, K = torch.randn(1, 4, 5), torch.randn(1, 3, 2)
    assert_close(student.corr2d_multi_in(X, K), correlation_in(X, K))


@graded("corr2d_multi_in", "values", points=0.5, hint=HINT_STRIDED)
def test_multi_in_strided(student):
    """A non-contiguous image and non-contiguous kernels."""
    X, K = torch.randn(3, 4, 5), torch.randn(3, 2, 3)
    assert_close(student.corr2d_multi_in(transposed(X), transposed(K)), correlation_in(X, K))


@graded("corr2d_multi_in", "values", points=0.5, hint=HINT_UNCHANGED)
def test_multi_in_leaves_inputs(student):
    """Image and kernels are as they were."""
    X, K = torch.randn(3, 4, 5), torch.randn(3, 2, 3)
    with unchanged(X, K):
        student.corr2d_multi_in(X, K)


@graded(
    "corr2d_multi_in",
    "shapes and dtypes",
    points=0.5,
    hint="The sum over the channels leaves (h - kh + 1, w - kw + 1).",
)
def test_multi_in_shape(student):
    """The shape has no channels any more."""
    assert student.corr2d_multi_in(torch.randn(3, 4, 7), torch.randn(3, 3, 2)).shape == (2, 6)


@graded("corr2d_multi_in", "shapes and dtypes", points=0.5, hint=HINT_DTYPE)
def test_multi_in_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        X, K = torch.randn(2, 3, 4, dtype=dtype), torch.randn(2, 2, 2, dtype=dtype)
        assert student.corr2d_multi_in(X, K).dtype == dtype


@graded("corr2d_multi_in", "gradients", points=1, hint=HINT_GRADIENT)
def test_multi_in_gradients(student):
    """The gradients in image and kernels, of every channel."""
    assert_same_gradients(student.corr2d_multi_in, correlation_in, torch.randn(3, 4, 5), torch.randn(3, 2, 3))


@graded("corr2d_multi_in", "device", points=1, hint=HINT_DEVICE)
def test_multi_in_device(on_device):
    """Image and kernels on an accelerator."""
    X, K = torch.randn(2, 3, 4), torch.randn(2, 2, 2)
    assert_close(on_device.corr2d_multi_in(X, K), correlation_in(X, K))


# corr2d_multi_in_out


@graded("corr2d_multi_in_out", "values", points=1, hint="Output channel o is the image with the kernels K[o].")
@both_dtypes
def test_multi_in_out(student, dtype):
    """Two input channels, three output channels."""
    X, K = torch.randn(2, 4, 6, dtype=dtype), torch.randn(3, 2, 2, 3, dtype=dtype)
    assert_close(student.corr2d_multi_in_out(X, K), correlation_in_out(X, K))


@graded("corr2d_multi_in_out", "values", points=1, hint=HINT_CHANNELS)
def test_multi_in_out_equal_channels(student):
    """As many output as input channels."""
    X, K = torch.randn(3, 5, 4), torch.randn(3, 3, 3, 2)
    assert_close(student.corr2d_multi_in_out(X, K), correlation_in_out(X, K))


@graded("corr2d_multi_in_out", "values", points=0.5, hint="One channel is a dimension of size 1, at either end.")
@pytest.mark.parametrize(("ci", "co"), [(1, 3), (2, 1)], ids=["one in", "one out"])
def test_multi_in_out_one_channel(student, ci, co):
    """One input channel, and one output channel."""
    X, K = torch.randn(ci, 4, 5), torch.randn(co, ci, 2, 3)
    assert_close(student.corr2d_multi_in_out(X, K), correlation_in_out(X, K))


@graded("corr2d_multi_in_out", "values", points=0.5, hint=HINT_WHOLE)
def test_multi_in_out_whole_image(student):
    """Kernels as large as the image."""
    X, K = torch.randn(2, 3, 4), torch.randn(3, 2, 3, 4)
    assert_close(student.corr2d_multi_in_out(X, K), correlation_in_out(X, K))


@graded("corr2d_multi_in_out", "values", points=0.5, hint=HINT_STRIDED)
@pytest.mark.parametrize("strided", ["image", "kernels"])
def test_multi_in_out_strided(student, strided):
    """A non-contiguous image, and non-contiguous kernels."""
    X, K = torch.randn(2, 4, 5), torch.randn(3, 2, 2, 3)
    inputs = (transposed(X), K) if strided == "image" else (X, transposed(K))
    assert_close(student.corr2d_multi_in_out(*inputs), correlation_in_out(X, K))


@graded("corr2d_multi_in_out", "values", points=0.5, hint=HINT_UNCHANGED)
def test_multi_in_out_leaves_inputs(student):
    """Image and kernels are as they were."""
    X, K = torch.randn(2, 4, 5), torch.randn(3, 2, 2, 3)
    with unchanged(X, K):
        student.corr2d_multi_in_out(X, K)


@graded("corr2d_multi_in_out", "shapes and dtypes", points=1, hint="The output channels come first: (co, h', w').")
def test_multi_in_out_shape(student):
    """The shape is (co, h - kh + 1, w - kw + 1)."""
    assert student.corr2d_multi_in_out(torch.randn(2, 4, 7), torch.randn(5, 2, 3, 2)).shape == (5, 2, 6)


@graded("corr2d_multi_in_out", "shapes and dtypes", points=0.5, hint=HINT_DTYPE)
def test_multi_in_out_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        X, K = torch.randn(2, 3, 4, dtype=dtype), torch.randn(3, 2, 2, 2, dtype=dtype)
        assert student.corr2d_multi_in_out(X, K).dtype == dtype


@graded("corr2d_multi_in_out", "gradients", points=1, hint=HINT_GRADIENT)
def test_multi_in_out_gradient_in_image(student):
    """The gradient in the image: every output channel adds to it."""
    K = torch.randn(3, 2, 2, 3)
    assert_same_gradients(
        lambda X: student.corr2d_multi_in_out(X, K), lambda X: correlation_in_out(X, K), torch.randn(2, 4, 5)
    )


@graded("corr2d_multi_in_out", "gradients", points=1, hint=HINT_GRADIENT)
def test_multi_in_out_gradient_in_kernels(student):
    """The gradient in the kernels of every output channel."""
    X = torch.randn(2, 4, 5)
    assert_same_gradients(
        lambda K: student.corr2d_multi_in_out(X, K), lambda K: correlation_in_out(X, K), torch.randn(3, 2, 2, 3)
    )


@graded("corr2d_multi_in_out", "device", points=1.5, hint=HINT_DEVICE)
def test_multi_in_out_device(on_device):
    """Image and kernels on an accelerator."""
    X, K = torch.randn(2, 3, 4), torch.randn(3, 2, 2, 2)
    assert_close(on_device.corr2d_multi_in_out(X, K), correlation_in_out(X, K))


# corr2d_1x1: it flattens, so that its inputs are contiguous here


@graded(
    "corr2d_1x1", "values", points=0.5, hint="Each pixel's ci numbers times the matrix (co, ci) give its co new ones."
)
@both_dtypes
def test_1x1(student, dtype):
    """Three input channels, two output channels, height and width unequal."""
    X, K = torch.randn(3, 4, 5, dtype=dtype), torch.randn(2, 3, 1, 1, dtype=dtype)
    assert_close(student.corr2d_1x1(X, K), correlation_in_out(X, K))


@graded("corr2d_1x1", "values", points=1, hint=HINT_CHANNELS)
def test_1x1_equal_sizes(student):
    """As many output as input channels, rows and columns."""
    X, K = torch.randn(3, 3, 3), torch.randn(3, 3, 1, 1)
    assert_close(student.corr2d_1x1(X, K), correlation_in_out(X, K))


@graded(
    "corr2d_1x1", "values", points=0.5, hint="One channel, one row or one pixel keeps its dimension: do you squeeze?"
)
@pytest.mark.parametrize(
    ("image", "kernels"), [((1, 2, 3), (3, 1, 1, 1)), ((3, 1, 1), (1, 3, 1, 1))], ids=["one in", "one out, one pixel"]
)
def test_1x1_sizes_of_one(student, image, kernels):
    """One input channel; one output channel of one pixel."""
    X, K = torch.randn(image), torch.randn(kernels)
    assert_close(student.corr2d_1x1(X, K), correlation_in_out(X, K))


@graded("corr2d_1x1", "values", points=0.5, hint=HINT_UNCHANGED)
def test_1x1_leaves_inputs(student):
    """Image and kernels are as they were."""
    X, K = torch.randn(3, 4, 5), torch.randn(2, 3, 1, 1)
    with unchanged(X, K):
        student.corr2d_1x1(X, K)


@graded("corr2d_1x1", "shapes and dtypes", points=0.5, hint="The result is an image again, channels first: (co, h, w).")
def test_1x1_shape(student):
    """The shape is (co, h, w)."""
    assert student.corr2d_1x1(torch.randn(3, 2, 5), torch.randn(4, 3, 1, 1)).shape == (4, 2, 5)


@graded("corr2d_1x1", "shapes and dtypes", points=0.5, hint=HINT_DTYPE)
def test_1x1_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        X, K = torch.randn(2, 3, 4, dtype=dtype), torch.randn(3, 2, 1, 1, dtype=dtype)
        assert student.corr2d_1x1(X, K).dtype == dtype


@graded("corr2d_1x1", "gradients", points=1.5, hint=HINT_GRADIENT)
def test_1x1_gradients(student):
    """The gradients in image and kernels."""
    assert_same_gradients(student.corr2d_1x1, correlation_in_out, torch.randn(3, 4, 5), torch.randn(2, 3, 1, 1))


@graded("corr2d_1x1", "device", points=1, hint=HINT_DEVICE)
def test_1x1_device(on_device):
    """Image and kernels on an accelerator."""
    X, K = torch.randn(3, 2, 4), torch.randn(2, 3, 1, 1)
    assert_close(on_device.corr2d_1x1(X, K), correlation_in_out(X, K))


# Conv2D


def set_parameters(layer, weight, bias):
    layer.load_state_dict({"weight": weight, "bias": bias}, strict=False)


@graded(
    "Conv2D", "values", points=1.5, hint="forward is corr2d with the layer's weight, and its bias is added everywhere."
)
def test_conv2d_forward(student):
    """The output of a layer with a given weight and bias."""
    layer, X = student.Conv2D((2, 3)), torch.randn(4, 6)
    weight, bias = torch.randn(2, 3), torch.tensor([1.5])
    set_parameters(layer, weight, bias)
    assert_close(layer(X), correlation(X, weight) + bias)


@graded("Conv2D", "values", points=1, hint="kernel_size is a pair: which of its numbers is the height?")
def test_conv2d_own_weight(student):
    """The output of a tall layer as it was made, twice the same."""
    layer, X = student.Conv2D((3, 1)), torch.randn(5, 4)
    expected = correlation(X, layer.weight.detach()) + layer.bias.detach()
    for _ in range(2):
        assert_close(layer(X), expected)


@graded("Conv2D", "values", points=0.5, hint="A layer that was moved to float64 computes in float64 from end to end.")
def test_conv2d_double(student):
    """A layer in float64."""
    layer, X = student.Conv2D((2, 2)), torch.randn(3, 4, dtype=torch.float64)
    layer.double()
    assert_close(layer(X), correlation(X, layer.weight.detach()) + layer.bias.detach())


@graded("Conv2D", "values", points=0.5, hint="forward only reads the image, the weight and the bias.")
def test_conv2d_leaves_parameters(student):
    """Image, weight and bias are as they were before the call."""
    layer, X = student.Conv2D((2, 3)), torch.randn(4, 6)
    weight, bias = layer.weight.detach().clone(), layer.bias.detach().clone()
    with unchanged(X):
        layer(X)
    assert torch.equal(layer.weight.detach(), weight), "the call changed the weight"
    assert torch.equal(layer.bias.detach(), bias), "the call changed the bias"


@graded("Conv2D", "shapes and dtypes", points=1, hint="The weight has the shape kernel_size, the bias the shape (1,).")
def test_conv2d_shapes(student):
    """The shapes of weight and bias."""
    layer = student.Conv2D((2, 3))
    assert layer.weight.shape == (2, 3)
    assert layer.bias.shape == (1,)


@graded("Conv2D", "shapes and dtypes", points=1, hint="What makes a tensor of a module one that an optimiser is given?")
def test_conv2d_parameters(student):
    """It is a module, and weight and bias are trainable parameters of it."""
    layer = student.Conv2D((2, 3))
    assert is_module(layer), "Conv2D(...) is no nn.Module"
    trainable = {name for name, parameter in layer.named_parameters() if parameter.requires_grad}
    assert {"weight", "bias"} <= trainable, f"trainable parameters are {sorted(trainable)}"


@graded(
    "Conv2D",
    "randomness",
    points=0.5,
    hint="A constant kernel sees only averages: start the weight from random numbers.",
)
def test_conv2d_start(student):
    """The weight does not start at a constant. (Twelve equal draws do not happen: below 1e-9 in float32.)"""
    weight = student.Conv2D((3, 4)).weight.detach()
    assert (weight != weight.flatten()[0]).any(), "all entries of the weight are equal"


@graded(
    "Conv2D", "gradients", points=1, hint="Backward must fill the gradients of weight and bias: no `.data`, no detach."
)
def test_conv2d_gradients(student):
    """The gradients in weight and bias."""
    layer, X = student.Conv2D((2, 3)), torch.randn(4, 6)
    weight = layer.weight.detach().clone().requires_grad_()
    upstream = torch.randn(3, 4)
    layer(X).backward(upstream)
    correlation(X, weight).backward(upstream)
    assert layer.weight.grad is not None and layer.bias.grad is not None, "a parameter got no gradient"
    assert_close(layer.weight.grad, weight.grad)
    assert_close(layer.bias.grad, upstream.sum().reshape(1))


@graded("Conv2D", "gradients", points=1, hint="The layer before this one needs the gradient in X.")
def test_conv2d_gradient_in_image(student):
    """The gradient in the image."""
    layer = student.Conv2D((2, 3))
    weight = layer.weight.detach()
    assert_same_gradients(lambda X: layer(X), lambda X: correlation(X, weight), torch.randn(4, 6))


@graded("Conv2D", "device", points=1, hint="A layer moves with `to`: does its forward create tensors that stay behind?")
def test_conv2d_device(on_device):
    """A layer and an image on an accelerator."""
    layer, X = on_device.Conv2D((2, 3)), torch.randn(4, 5)
    layer.to(on_device.device)
    assert_close(layer(X), correlation(X, layer.weight.detach()) + layer.bias.detach())


# pool2d


@graded("pool2d", "values", points=0.5, hint="One number a window: its largest entry, or the mean of all its entries.")
@both_modes
@both_dtypes
def test_pool(student, mode, dtype):
    """Overlapping windows, neither padding nor channels."""
    X = torch.randn(4, 6, dtype=dtype)
    assert_close(student.pool2d(X, 2, mode=mode, stride=1), pooled(X, 2, mode, stride=1))


@graded("pool2d", "values", points=0.5, hint="By default it is max-pooling, and the windows lie side by side.")
def test_pool_defaults(student):
    """Only a pool size."""
    X = torch.randn(4, 6)
    assert_close(student.pool2d(X, 2), pooled(X, 2))


@graded(
    "pool2d",
    "values",
    points=1,
    hint="Padding is no entry of the image: it must not win where all entries are negative.",
)
def test_pool_max_ignores_padding(student):
    """The maximum over windows of negative numbers that reach into the padding."""
    X = -1 - torch.rand(4, 6)
    assert_close(student.pool2d(X, 3, padding=(1, 1)), pooled(X, 3, padding=(1, 1)))


@graded(
    "pool2d", "values", points=1, hint="The average counts the padding's zeros: it always divides by the pool's size."
)
def test_pool_avg_counts_padding(student):
    """The average over windows that reach into the padding."""
    X = 1 + torch.rand(4, 6)
    assert_close(student.pool2d(X, 3, mode="avg", padding=(1, 1)), pooled(X, 3, "avg", padding=(1, 1)))


@graded(
    "pool2d", "values", points=0.5, hint="Pairs are (height, width), for the pool, the padding and the stride alike."
)
@pytest.mark.parametrize(
    "arguments",
    [
        {"pool_size": (2, 3), "mode": "avg"},
        {"pool_size": (3, 2), "stride": (2, 1)},
        {"pool_size": (2, 4), "padding": (1, 2), "mode": "avg"},
    ],
    ids=["pool", "stride", "padding"],
)
def test_pool_pairs(student, arguments):
    """Pairs of unequal numbers."""
    X = torch.randn(7, 9)
    assert_close(student.pool2d(X, **arguments), pooled(X, **arguments))


@graded(
    "pool2d",
    "values",
    points=0.5,
    hint="Steps may be longer than the pool, and a rest that holds no whole window is dropped.",
)
def test_pool_gaps(student):
    """A stride beyond the pool's size, and a rest."""
    X = torch.randn(6, 9)
    assert_close(student.pool2d(X, 2, stride=3), pooled(X, 2, stride=3))


@graded(
    "pool2d",
    "values",
    points=0.5,
    hint="Every channel is pooled by itself; height and width are the last two dimensions.",
)
@both_modes
def test_pool_channels(student, mode):
    """Channels, as many as the pool is high, with padding."""
    X = torch.randn(3, 5, 7)
    arguments = {"pool_size": (3, 2), "mode": mode, "padding": (1, 0)}
    assert_close(student.pool2d(X, **arguments), pooled(X, **arguments))


@graded("pool2d", "values", points=0.5, hint=HINT_STRIDED)
def test_pool_strided(student):
    """A non-contiguous image, with and without channels."""
    for shape in ((4, 6), (2, 4, 6)):
        X = torch.randn(shape)
        assert_close(student.pool2d(transposed(X), 2, stride=1), pooled(X, 2, stride=1))


@graded("pool2d", "values", points=0.5, hint=HINT_UNCHANGED)
def test_pool_leaves_image(student):
    """The image is as it was."""
    X = torch.randn(4, 6)
    for mode in ("max", "avg"):
        with unchanged(X):
            student.pool2d(X, 2, mode=mode, padding=(1, 1))


@graded("pool2d", "shapes and dtypes", points=0.5, hint="As many dimensions come out as went in, sizes rounded down.")
@pytest.mark.parametrize("shape", [(5, 8), (1, 5, 8)], ids=["image", "one channel"])
def test_pool_shape(student, shape):
    """The shape of an image without channels, and of one with a single channel."""
    assert student.pool2d(torch.randn(shape), (2, 3)).shape == (*shape[:-2], 2, 2)


@graded("pool2d", "shapes and dtypes", points=0.5, hint=HINT_DTYPE)
def test_pool_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for mode in ("max", "avg"):
        for dtype in (torch.float32, torch.float64):
            assert student.pool2d(torch.randn(3, 4, dtype=dtype), 2, mode=mode, padding=(1, 1)).dtype == dtype


@graded(
    "pool2d",
    "gradients",
    points=1,
    hint="The gradient goes to the largest entry, or in equal shares to all; padding gets none.",
)
@both_modes
def test_pool_gradient(student, mode):
    """The gradient in the image, with channels, padding and overlapping windows."""
    arguments = {"pool_size": (3, 2), "mode": mode, "padding": (1, 1), "stride": (1, 2)}
    assert_same_gradients(
        lambda X: student.pool2d(X, **arguments), lambda X: pooled(X, **arguments), torch.randn(2, 4, 5)
    )


@graded(
    "pool2d", "errors", points=1, hint="A mode that you do not know must not be taken for one that you do: ValueError."
)
def test_pool_unknown_mode(student):
    """A mode that is neither of the two."""
    for mode in ("median", "sum", ""):
        with pytest.raises(ValueError):
            student.pool2d(torch.randn(4, 4), 2, mode=mode)


@graded("pool2d", "device", points=1, hint=HINT_DEVICE)
def test_pool_device(on_device):
    """An image on an accelerator, in both modes, with padding."""
    X = torch.randn(4, 5)
    for mode in ("max", "avg"):
        assert_close(on_device.pool2d(X, 2, mode=mode, padding=(1, 1)), pooled(X, 2, mode, padding=(1, 1)))


# learn_kernel
#
# A step of gradient descent on the squared error multiplies what K is off by I - c A^T A: A has the m windows as its
# rows, c is 2 lr for their sum and 2 lr / m for their mean. The images are chosen so that the eigenvalues of A^T A lie
# between 1.5 m and 30. At lr = 0.03 the sum's steps do not diverge then (c * 30 < 2), and 200 of the mean's leave less
# than (1 - 0.06 * 1.5) ** 200 < 1e-8 of the distance. Half of either gets there as well (1e-4 is left at most), and so
# does a layer that learns a bias along the way. Loops over entries are slow under observation: the images are tiny.

WIDE = [[3.0, 1.0, 0.0, -2.0, 0.0], [-1.0, 1.0, -3.0, 1.0, 2.0]]  # with a 1x2 kernel: 19 to 27, m = 8
BLOCK = [[-2.0, 1.0, -2.0, 1.0], [1.0, 2.0, 0.0, -2.0], [-2.0, 2.0, -2.0, 0.0]]  # with a 2x2 kernel: 9 to 27, m = 6
TALL = [[3.0, -3.0, -2.0], [1.0, 0.0, 1.0], [-2.0, -3.0, 3.0], [1.0, 1.0, 0.0]]  # with a 3x1 kernel: 20 to 30, m = 6

wide_and_block = pytest.mark.parametrize(
    ("image", "kernel"), [(WIDE, [[1.0, -2.0]]), (BLOCK, [[2.0, -1.0], [0.5, 1.0]])], ids=["1x2", "2x2"]
)
HINT_LEARN = "Each step moves K against the gradient of this step alone; after enough of them corr2d(X, K) is Y."


def distance(K, X, Y):
    """How far corr2d(X, K) is off, at its worst."""
    return (correlation(X, K.detach()) - Y).abs().max().item()


def far_away(dtype=torch.float32):
    """An image and an output whose kernel no start comes near.

    A standard normal start lies within 0.1 of all of 5, -4 and 4.5 with a probability below 1e-14; usual starts are
    narrower still. A step on the sum leaves at least 0.2 of each direction's distance, on half the sum 0.11, on the
    mean 0.7: what was more than 0.1 off in K is more than 1e-2 off in the output after it.
    """
    X, K = torch.tensor(TALL, dtype=dtype), torch.tensor([[5.0], [-4.0], [4.5]], dtype=dtype)
    return X, correlation(X, K)


@graded("learn_kernel", "training", points=1.5, hint=HINT_LEARN, seconds=120)
@wide_and_block
def test_learn_kernel(student, image, kernel):
    """With the defaults, corr2d(X, K) comes within 1e-2 of Y."""
    X = torch.tensor(image)
    Y = correlation(X, torch.tensor(kernel))
    assert distance(student.learn_kernel(X, Y, (len(kernel), len(kernel[0]))), X, Y) < 1e-2


@graded(
    "learn_kernel",
    "training",
    points=1,
    hint="How far one gets depends on num_steps: one step is not enough.",
    seconds=120,
)
def test_learn_kernel_num_steps(student):
    """A single step does not find a kernel that is far away."""
    X, Y = far_away()
    assert distance(student.learn_kernel(X, Y, (3, 1), num_steps=1), X, Y) > 1e-2


@graded(
    "learn_kernel",
    "training",
    points=1,
    hint="How far a step goes depends on lr: with tiny ones nothing is found.",
    seconds=120,
)
def test_learn_kernel_lr(student):
    """With a tiny learning rate the steps lead nowhere. (Less than 2% of the way: 200 * 2e-6 * 30.)"""
    X, Y = far_away()
    assert distance(student.learn_kernel(X, Y, (3, 1), lr=1e-6), X, Y) > 1e-2


@graded("learn_kernel", "training", points=0.5, hint=HINT_UNCHANGED, seconds=120)
def test_learn_kernel_leaves_inputs(student):
    """Image and output are as they were."""
    X, Y = far_away()
    with unchanged(X, Y):
        student.learn_kernel(X, Y, (3, 1), num_steps=2)


@graded("learn_kernel", "shapes and dtypes", points=0.5, hint="The kernel has the shape kernel_size.", seconds=120)
def test_learn_kernel_shape(student):
    """The kernel's shape."""
    X, Y = far_away()
    assert student.learn_kernel(X, Y, (3, 1), num_steps=2).shape == (3, 1)


@graded("learn_kernel", "shapes and dtypes", points=1, hint=HINT_DTYPE, seconds=120)
def test_learn_kernel_dtype(student):
    """The kernel has the image's dtype."""
    for dtype in (torch.float32, torch.float64):
        X, Y = far_away(dtype)
        assert student.learn_kernel(X, Y, (3, 1), num_steps=2).dtype == dtype


@graded("learn_kernel", "device", points=1, hint=HINT_DEVICE, seconds=120)
def test_learn_kernel_device(on_device):
    """Image and output on an accelerator."""
    X, Y = far_away()
    K = on_device.learn_kernel(X, Y, (3, 1), num_steps=2)
    assert K.shape == (3, 1)
    assert K.isfinite().all()
