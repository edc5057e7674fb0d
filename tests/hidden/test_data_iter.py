"""Hidden suite of topic 2, data.

Every sample carries its number: sample i has label i, and no two features are equal. So the labels of a batch say which
samples it holds, and which features must come with them.
"""

import gc
import math
from itertools import pairwise

import pytest
import torch
from torch.utils.data import DataLoader

from grader.suite import assert_close, fetch, graded, non_contiguous, unchanged


def numbered(n, *shape):
    """Features (n, *shape), no two entries equal, and int64 labels 0, 1, ..., n - 1."""
    features = torch.arange(float(n * math.prod(shape))).reshape(n, *shape)
    return features, torch.arange(n)


def sample_numbers(batches):
    """The sample numbers of each batch, in the order in which they came."""
    return [y.flatten().tolist() for _, y in batches]


def rows_of(features, y):
    """The features that belong to a batch's labels."""
    return features[y.flatten().long()]


def epoch_order(batches):
    """The sample numbers of a whole epoch, in the order in which they came."""
    return [number for batch in sample_numbers(batches) for number in batch]


# synthetic_data


@graded("synthetic_data", "values", points=2, hint="Without the noise, each label is its own row of X times w, plus b.")
@pytest.mark.parametrize("d", [1, 2, 5])
def test_synthetic_labels(student, d):
    """Labels lie about X w + b, for one, two and more inputs."""
    w = torch.linspace(2.0, -3.4, d)
    features, labels = student.synthetic_data(w, 4.2, 50)
    # The noise exceeds ten standard deviations, 0.1, with a probability below 1e-22.
    assert_close(labels.flatten().double(), (features @ w + 4.2).double(), rtol=0, atol=0.1)


@graded(
    "synthetic_data", "values", points=1, hint="The bias may be a number or a tensor of one element: does b + 1 work?"
)
@pytest.mark.parametrize("b", [-3, torch.tensor(-3.0), torch.tensor([-3.0])], ids=["int", "0-dim", "1-dim"])
def test_synthetic_bias(student, b):
    """The bias as a number and as a tensor of one element."""
    w = torch.tensor([2.0, -3.4])
    features, labels = student.synthetic_data(w, b, 50)
    assert_close(labels.flatten().double(), (features @ w - 3).double(), rtol=0, atol=0.1)  # ten standard deviations


@graded("synthetic_data", "values", points=1, hint="Drawing data must leave the true weights and bias as they are.")
def test_synthetic_leaves_arguments(student):
    """w and b keep their values and shapes."""
    w, b = torch.tensor([2.0, -3.4]), torch.tensor([4.2])
    with unchanged(w, b):
        student.synthetic_data(w, b, 20)
    assert w.shape == (2,) and b.shape == (1,)


@graded("synthetic_data", "shapes and dtypes", points=1, hint="Print both shapes: does every sample have one label?")
@pytest.mark.parametrize(("n", "d"), [(5, 2), (1, 3), (4, 1)])
def test_synthetic_shapes(student, n, d):
    """Features (n, d) and labels (n, 1), also for one sample or one input."""
    features, labels = student.synthetic_data(torch.ones(d), 0.5, n)
    assert features.shape == (n, d)
    assert labels.shape == (n, 1)


@graded("synthetic_data", "shapes and dtypes", points=1, hint="Print both dtypes: what does numpy draw by default?")
def test_synthetic_dtypes(student):
    """Features and labels are float32, as w is."""
    features, labels = student.synthetic_data(torch.tensor([2.0, -3.4]), 4.2, 6)
    assert features.dtype == labels.dtype == torch.float32


def draw(student, **noise_std):
    """Features of many samples and their noise: with w and b zero, the labels are nothing else."""
    features, labels = student.synthetic_data(torch.zeros(3), 0.0, 4000, **noise_std)
    return features, labels.reshape(len(labels), -1)[:, 0]


def assert_normal(sample):
    """The sample's distribution function is close to that of N(0, 1) everywhere."""
    sample = sample.flatten().double().sort().values
    n = len(sample)
    expected, steps = torch.special.ndtr(sample), torch.arange(n + 1) / n
    gap = torch.maximum(expected - steps[:-1], steps[1:] - expected).max()
    # Dvoretzky, Kiefer, Wolfowitz, Massart: n draws from N(0, 1) have a gap above t with a probability of at most
    # 2 exp(-2 n t²), here 1e-10.
    assert gap < math.sqrt(math.log(2e10) / (2 * n))


@graded(
    "synthetic_data", "randomness", points=2, hint="Features come from N(0, 1): look at their mean, spread and shape."
)
def test_synthetic_features_are_normal(student):
    """The features' distribution is N(0, 1)."""
    features, _ = draw(student)
    assert_normal(features)


@graded(
    "synthetic_data", "randomness", points=1, hint="Left out, the noise's standard deviation is the signature's own."
)
def test_synthetic_default_noise(student):
    """The noise's distribution where noise_std is left out."""
    _, noise = draw(student)
    assert_normal(noise / 0.01)


@graded(
    "synthetic_data",
    "randomness",
    points=1,
    hint="noise_std is the noise's standard deviation; each sample has noise of its own.",
)
@pytest.mark.parametrize("noise_std", [0.3, 2.0])
def test_synthetic_noise_std(student, noise_std):
    """The noise is normal, with the standard deviation asked for."""
    _, noise = draw(student, noise_std=noise_std)
    assert_normal(noise / noise_std)


def assert_uncorrelated(sample):
    """No two columns of the sample correlate."""
    correlations = torch.corrcoef(sample.T)
    # For n independent normal draws r is 2 B - 1 with B ~ Beta(n/2 - 1, n/2 - 1), which is sub-Gaussian: P(|r| > t) is
    # at most 2 exp(-(n - 1) t² / 2), or 1e-12 for n = 4000 and t = 0.12. A constant column makes nan.
    assert correlations.isfinite().all()
    assert correlations.triu(1).abs().max() < 0.12


@graded("synthetic_data", "randomness", points=1, hint="Each of the d features of a sample is a draw of its own.")
def test_synthetic_features_are_independent(student):
    """Different features do not correlate."""
    features, _ = draw(student)
    assert_uncorrelated(features)


@graded(
    "synthetic_data", "randomness", points=1, hint="Is the noise drawn anew, or made of numbers that the features hold?"
)
def test_synthetic_noise_is_independent(student):
    """The noise does not correlate with any feature."""
    features, noise = draw(student, noise_std=0.5)
    for feature in features.T:
        assert_uncorrelated(torch.stack([feature, noise], dim=1))


def seed_torch(seed):
    """Seed torch's generator (in the student's process)."""
    torch.manual_seed(seed)


@graded(
    "synthetic_data", "randomness", points=3, hint="Draw the noise too from the generator that torch.manual_seed seeds."
)
def test_synthetic_is_repeatable(student):
    """After torch.manual_seed with one seed, features and labels come out the same, bit for bit."""
    seed = student.put(seed_torch)
    w = torch.tensor([2.0, -3.4])
    seed(3)
    features, labels = student.synthetic_data(w, 4.2, 30)
    seed(3)
    features_again, labels_again = student.synthetic_data(w, 4.2, 30)
    assert torch.equal(features, features_again)
    assert torch.equal(labels, labels_again)


@graded(
    "synthetic_data", "randomness", points=2, hint="Seeding is the caller's choice: two calls must give different data."
)
def test_synthetic_is_fresh(student):
    """Two calls without seeding draw different features and different noise."""
    (features, noise), (other_features, other_noise) = draw(student), draw(student)
    assert not torch.equal(features, other_features)
    assert not torch.equal(noise, other_noise)


@graded("synthetic_data", "device", points=1, hint="Draw the data, noise included, on the device of w.")
@pytest.mark.parametrize("b", [4.2, torch.tensor([4.2])], ids=["number", "tensor"])
def test_synthetic_device(on_device, b):
    """Features and labels are on w's device."""
    features, labels = on_device.synthetic_data(torch.tensor([2.0, -3.4]), b, 8)
    assert len(features) == len(labels) == 8


# data_iter


@graded("data_iter", "values", points=1, hint="List the labels of one epoch and sort them: is each sample there once?")
@pytest.mark.parametrize(("n", "batch_size"), [(7, 3), (6, 2), (5, 1), (3, 8)])
def test_epoch_holds_each_sample_once(student, n, batch_size):
    """Every sample exactly once, whether batch_size divides n, does not, is 1 or exceeds n."""
    order = epoch_order(student.data_iter(batch_size, *numbered(n, 2)))
    assert sorted(order) == list(range(n))


@graded("data_iter", "values", points=2, hint="Does each row of X still come with its own label, after shuffling?")
@pytest.mark.parametrize(
    ("shape", "label_shape"), [((3,), ()), ((3,), (1,)), ((1, 4, 5), ())], ids=["rows", "column of labels", "images"]
)
def test_samples_stay_paired(student, shape, label_shape):
    """Each row of X is whole and has its own label, for rows and images."""
    features, labels = numbered(10, *shape)
    for X, y in student.data_iter(4, features, labels.reshape(10, *label_shape)):
        assert_close(X, rows_of(features, y))


@graded(
    "data_iter",
    "values",
    points=1,
    hint="A transposed or sliced tensor has another layout: index it, do not `view` it.",
)
def test_strided_samples_stay_paired(student):
    """Features and labels that are not contiguous."""
    features, labels = numbered(9, 2, 3)
    features = features.transpose(1, 2)
    for X, y in student.data_iter(2, features, non_contiguous(labels)):
        assert_close(X, rows_of(features, y))


@graded(
    "data_iter", "values", points=1, hint="The caller's tensors must keep their order: shuffle numbers, not the data."
)
def test_epoch_leaves_data(student):
    """Features and labels are as before after an epoch."""
    features, labels = numbered(8, 2)
    X, y = student.put(features), student.put(labels)
    epoch_order(student.data_iter(3, X, y))
    assert torch.equal(fetch(X), features)
    assert torch.equal(fetch(y), labels)


@graded(
    "data_iter",
    "shapes and dtypes",
    points=1,
    hint="All batches have batch_size samples; only the last may have fewer.",
)
@pytest.mark.parametrize(
    ("n", "batch_size", "sizes"), [(10, 3, [3, 3, 3, 1]), (6, 2, [2, 2, 2]), (1, 1, [1]), (3, 8, [3])]
)
def test_batch_sizes(student, n, batch_size, sizes):
    """How many samples each batch holds, in X and in y."""
    lengths = [(len(X), len(y)) for X, y in student.data_iter(batch_size, *numbered(n, 2))]
    assert lengths == [(size, size) for size in sizes]


@graded(
    "data_iter", "shapes and dtypes", points=1, hint="A batch of one sample is still a batch: it keeps its first dim."
)
def test_batches_of_one(student):
    """With batch_size 1 every dim of features and labels is kept."""
    features, labels = numbered(3, 1, 2, 2)
    for X, y in student.data_iter(1, features, labels.unsqueeze(1)):
        assert X.shape == (1, 1, 2, 2)
        assert y.shape == (1, 1)


@graded("data_iter", "shapes and dtypes", points=1, hint="Batches have the dtypes of features and labels.")
@pytest.mark.parametrize("dtypes", [(torch.float64, torch.int64), (torch.float32, torch.float64)])
def test_batch_dtypes(student, dtypes):
    """The dtypes of features and of labels are kept."""
    features, labels = torch.randn(5, 2, dtype=dtypes[0]), torch.arange(5, dtype=dtypes[1])
    for X, y in student.data_iter(2, features, labels):
        assert (X.dtype, y.dtype) == dtypes


@graded(
    "data_iter", "randomness", points=3, hint="Two epochs must come in different orders: is the order fixed anywhere?"
)
def test_epochs_differ(student):
    """Three epochs, three orders."""
    # Two orders of 20 agree with probability 1/20!, below 1e-18.
    orders = [epoch_order(student.data_iter(6, *numbered(20, 2))) for _ in range(3)]
    assert orders[0] != orders[1] != orders[2] != orders[0]


@graded(
    "data_iter",
    "randomness",
    points=2,
    hint="Samples that were neighbours must not stay neighbours: shuffle samples, not blocks.",
)
def test_neighbours_part(student):
    """Few samples are followed by a former neighbour."""
    order = epoch_order(student.data_iter(8, *numbered(64, 2)))
    neighbours = sum(abs(i - j) == 1 for i, j in pairwise(order))
    # In a random order about 2 are. At least k are with a probability of at most 2^k / k!, which bounds the expected
    # number of sets of k such pairs: 4e-13 for k = 20.
    assert neighbours < 20


@graded("data_iter", "randomness", points=1, hint="A batch is drawn from all samples, not from one part of them.")
def test_batches_mix_the_whole_set(student):
    """The first batch and the last hold other samples in another epoch."""
    first, second = (sample_numbers(student.data_iter(16, *numbered(64, 2))) for _ in range(2))
    # Two random sets of 16 from 64 agree with a probability of 1/C(64, 16), 2e-15.
    assert set(first[0]) != set(second[0])
    assert set(first[3]) != set(second[3])


def first_of(batches):
    """The first batch (in the student's process)."""
    return next(iter(batches))


@graded(
    "data_iter",
    "randomness",
    points=2,
    hint="Over many epochs of three samples, does each of their orders come up?",
)
def test_every_order_comes(student):
    """Over many epochs of three samples, all orders come."""
    features, labels = numbered(3, 1)
    first_batch = student.put(first_of)
    first_batches = [first_batch(student.keep.data_iter(2, features, labels)) for _ in range(130)]
    # Two of three samples tell the order. One of the 3! orders never comes with a probability of at most 6 (5/6)^130,
    # 3e-10.
    orders = {tuple(y.tolist()) for _, y in first_batches}
    assert len(orders) == math.factorial(3)


@graded(
    "data_iter",
    "randomness",
    points=2,
    hint="Is every order equally likely? A hand-made shuffle, or sorting by keys that may be equal, favours some.",
)
def test_no_order_is_favoured(student):
    """Of many samples, half come later than before, and half after a sample of a smaller number."""
    n = 12_000
    order = torch.tensor(epoch_order(student.data_iter(n, *numbered(n, 1))))
    later = int((order < torch.arange(len(order))).sum())
    ascents = int((order[:-1] < order[1:]).sum())
    # In a random order both counts are distributed as floor(U_1 + ... + U_n), U ~ U(0, 1) (Eulerian numbers), so
    # P(|count - n/2| > s + 1) <= 2 exp(-6 s² / n), which is 4e-10 for s = 212.
    assert abs(later - n / 2) < 213
    assert abs(ascents - n / 2) < 213


def batches_in_memory(batches, shape):
    """How many tensors of this shape, each with own memory, exist after the first batch (in the student's process)."""
    batches = iter(batches)
    first = next(batches)
    tensors = [x for x in gc.get_objects() if type(x) is torch.Tensor and x.shape == shape]
    del first
    return len({x.untyped_storage().data_ptr() for x in tensors})


@graded(
    "data_iter",
    "memory",
    points=3,
    hint="Build a batch when it is asked for: `yield` it inside the loop, make no list.",
)
def test_batches_are_built_on_demand(student):
    """After the first batch of twenty, the others do not exist yet."""
    # Slices of one shuffled copy share its memory, and count once.
    batches = student.keep.data_iter(3, *numbered(60, 7))
    assert student.put(batches_in_memory)(batches, (3, 7)) < 10


@graded("data_iter", "errors", points=1, hint="Check batch_size before the first batch, and say what is wrong with it.")
@pytest.mark.parametrize("batch_size", [0, -2])
def test_batch_size_error(student, batch_size):
    """ValueError for a batch size below 1."""
    with pytest.raises(ValueError):
        next(iter(student.data_iter(batch_size, *numbered(5, 2))))


@graded("data_iter", "errors", points=1, hint="Compare the lengths of features and labels before the first batch.")
@pytest.mark.parametrize(("rows", "labels"), [(5, 4), (4, 5)])
def test_lengths_error(student, rows, labels):
    """ValueError where there are more samples than labels, or fewer."""
    with pytest.raises(ValueError):
        next(iter(student.data_iter(2, torch.zeros(rows, 2), torch.zeros(labels))))


@graded("data_iter", "device", points=2, hint="`index_select` needs its indices on the tensor's device.")
def test_batches_stay_on_device(on_device):
    """Batches are on the device of the data."""
    order = epoch_order(on_device.data_iter(2, *numbered(5, 2)))
    assert len(order) == 5


# load_array


def is_loader(obj):
    """Whether obj is a DataLoader (in the student's process)."""
    return isinstance(obj, DataLoader)


@graded(
    "load_array", "values", points=2, hint="Without shuffling, the samples come in the order in which they are stored."
)
def test_loader_keeps_order(student):
    """shuffle=False: every sample once, in its order."""
    features, labels = numbered(7, 2)
    batches = [(X, y) for X, y in student.load_array((features, labels), 3, shuffle=False)]
    assert_close(torch.cat([X for X, _ in batches]), features)
    assert_close(torch.cat([y for _, y in batches]), labels)


@graded("load_array", "values", points=1, hint="List the labels of one epoch and sort them: is each sample there once?")
def test_loader_holds_each_sample_once(student):
    """shuffle=True: every sample once, the last short batch too."""
    assert sorted(epoch_order(student.load_array(numbered(7, 2), 3, shuffle=True))) == list(range(7))


@graded(
    "load_array", "values", points=2, hint="arrays may hold any number of tensors: hand all of them to the data set."
)
def test_loader_reads_three_arrays(student):
    """Three arrays, images among them, stay together."""
    images, labels = numbered(8, 1, 2, 3)
    weights = labels * 0.5
    for X, y, weight in student.load_array((images, labels, weights), 3):
        assert_close(X, rows_of(images, y))
        assert_close(weight, rows_of(weights, y))


@graded("load_array", "values", points=1, hint="arrays may hold any number of tensors: also a single one.")
def test_loader_reads_one_array(student):
    """A single array."""
    features, _ = numbered(4, 2)
    batches = list(student.load_array((features,), 2, shuffle=False))
    rows = [batch if isinstance(batch, torch.Tensor) else batch[0] for batch in batches]
    assert_close(torch.cat(rows), features)


@graded(
    "load_array", "shapes and dtypes", points=2, hint="Return the DataLoader itself: it can be iterated once an epoch."
)
def test_loader_type(student):
    """A torch.utils.data.DataLoader."""
    loader = student.keep.load_array(numbered(4, 2), 2)
    assert student.put(is_loader)(loader)


@graded(
    "load_array",
    "shapes and dtypes",
    points=1,
    hint="All batches have batch_size samples; only the last may have fewer.",
)
def test_loader_batch_sizes(student):
    """How many samples each batch holds."""
    assert [len(y) for _, y in student.load_array(numbered(10, 2), 4)] == [4, 4, 2]


@graded("load_array", "shapes and dtypes", points=1, hint="Batches have the dtypes of the arrays.")
def test_loader_dtypes(student):
    """The dtypes of the arrays are kept."""
    arrays = (torch.randn(3, 2, dtype=torch.float64), torch.arange(3), torch.randn(3, 1), torch.randn(3))
    for batch in student.load_array(arrays, 2):
        assert [x.dtype for x in batch] == [torch.float64, torch.int64, torch.float32, torch.float32]


@graded("load_array", "randomness", points=2, hint="Each pass over one and the same loader must come in a new order.")
def test_loader_reshuffles(student):
    """Three passes over one loader, three orders."""
    loader = student.load_array(numbered(20, 2), 6, shuffle=True)
    orders = [epoch_order(loader) for _ in range(3)]
    assert orders[0] != orders[1] != orders[2] != orders[0]  # two agree with a probability of 1/20!


@graded("load_array", "randomness", points=1, hint="What does the signature say where the caller leaves shuffle out?")
def test_loader_shuffles_by_default(student):
    """Left out, shuffle is True."""
    assert epoch_order(student.load_array(numbered(20, 2), 6)) != list(range(20))  # false alarm: 1/20!


@graded("load_array", "device", points=1, hint="The batches stay where the arrays are.")
def test_loader_device(on_device):
    """Batches are on the device of the arrays."""
    assert len(epoch_order(on_device.load_array(numbered(5, 2), 2))) == 5


# k_fold_split


def folds(student, k, n, *shape):
    """For each fold the sample numbers of (train, valid)."""
    splits = [student.k_fold_split(k, i, *numbered(n, *shape)) for i in range(k)]
    return [(y_train.tolist(), y_valid.tolist()) for _, y_train, _, y_valid in splits]


@graded(
    "k_fold_split",
    "values",
    points=1,
    hint="Over all folds, each sample is held out once: who gets the ones that are left over?",
)
@pytest.mark.parametrize(("n", "k"), [(10, 5), (7, 3), (4, 4), (5, 2)])
def test_each_sample_is_held_out_once(student, n, k):
    """Over all folds every sample is held out exactly once, whether or not k divides n."""
    held_out = [number for _, valid in folds(student, k, n, 2) for number in valid]
    assert sorted(held_out) == list(range(n))


@graded(
    "k_fold_split", "values", points=1, hint="The training part is every sample that is not held out, and none that is."
)
@pytest.mark.parametrize(("n", "k"), [(9, 3), (7, 4)])
def test_training_part_is_the_rest(student, n, k):
    """Training and validation part together hold every sample once."""
    for train, valid in folds(student, k, n, 2):
        assert sorted(train + valid) == list(range(n))


@graded(
    "k_fold_split",
    "values",
    points=1,
    hint="Samples keep their order in each part, also where the fold lies in the middle.",
)
def test_folds_keep_order(student):
    """Within each part the samples are in their order."""
    for part in sum(folds(student, 3, 10, 2), ()):
        assert part == sorted(part)


@graded("k_fold_split", "values", points=1, hint="Split the features and the labels at the same samples.")
def test_folds_stay_paired(student):
    """Each row of X still has its own label, in both parts."""
    X, y = numbered(8, 2)
    for i in range(3):
        X_train, y_train, X_valid, y_valid = student.k_fold_split(3, i, X, y)
        assert_close(X_train, rows_of(X, y_train))
        assert_close(X_valid, rows_of(X, y_valid))


@graded(
    "k_fold_split",
    "values",
    points=1,
    hint="A transposed or sliced tensor has another layout: index it, do not `view` it.",
)
def test_folds_of_strided_data(student):
    """Features and labels that are not contiguous."""
    X, y = numbered(7, 2, 3)
    X = X.transpose(1, 2)
    X_train, y_train, X_valid, y_valid = student.k_fold_split(3, 1, X, non_contiguous(y))
    assert_close(torch.cat([X_train, X_valid]), rows_of(X, torch.cat([y_train, y_valid])))


@graded("k_fold_split", "values", points=1, hint="The caller's tensors must stay as they are.")
def test_folds_leave_data(student):
    """X and y are as before."""
    X, y = numbered(7, 2)
    with unchanged(X, y):
        student.k_fold_split(3, 1, X, y)


@graded(
    "k_fold_split",
    "shapes and dtypes",
    points=1,
    hint="Print the folds' sizes: none may exceed another by more than one.",
)
@pytest.mark.parametrize(("n", "k"), [(11, 3), (10, 4)])
def test_fold_sizes(student, n, k):
    """Fold sizes differ by at most one."""
    sizes = [len(valid) for _, valid in folds(student, k, n, 2)]
    assert max(sizes) - min(sizes) <= 1


@graded("k_fold_split", "shapes and dtypes", points=1, hint="Only the first dim is split: all others stay as they are.")
def test_fold_shapes(student):
    """Images and a column of labels keep their dims, also in a fold of one sample."""
    X, y = numbered(3, 1, 2, 2)
    X_train, y_train, X_valid, y_valid = student.k_fold_split(3, 1, X, y.unsqueeze(1))
    assert [X_train.shape, y_train.shape] == [(2, 1, 2, 2), (2, 1)]
    assert [X_valid.shape, y_valid.shape] == [(1, 1, 2, 2), (1, 1)]


@graded("k_fold_split", "shapes and dtypes", points=1, hint="Both parts have the dtypes of X and y.")
def test_fold_dtypes(student):
    """The dtypes of X and y are kept."""
    parts = student.k_fold_split(2, 0, torch.randn(5, 2, dtype=torch.float64), torch.arange(5))
    assert [part.dtype for part in parts] == [torch.float64, torch.int64] * 2


@graded(
    "k_fold_split", "gradients", points=1, hint="Index and join tensors: a way through numpy or lists loses the graph."
)
def test_fold_gradients(student):
    """Gradients flow back to the features through both parts."""
    X, y = torch.randn(5, 2, requires_grad=True), torch.arange(5)
    X_train, _, X_valid, _ = student.k_fold_split(2, 0, X, y)
    (X_train.square().sum() + X_valid.square().sum()).backward()
    assert_close(X.grad, 2 * X.detach())


@graded("k_fold_split", "errors", points=1, hint="Check that k is at least 2, at most n, and that fold i exists.")
@pytest.mark.parametrize(("k", "folds"), [(1, [0]), (6, [0]), (3, [-1]), (3, [3, 5])])
def test_fold_errors(student, k, folds):
    """ValueError for k or i outside its range."""
    for i in folds:
        with pytest.raises(ValueError):
            student.k_fold_split(k, i, *numbered(5, 2))


@graded("k_fold_split", "device", points=1, hint="All four parts stay where X and y are.")
def test_folds_stay_on_device(on_device):
    """Both parts are on the device of the data."""
    X, y = numbered(5, 2)
    _, y_train, _, y_valid = on_device.k_fold_split(2, 1, X, y)
    assert sorted(torch.cat([y_train, y_valid]).tolist()) == y.tolist()
