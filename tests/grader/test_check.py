"""A student's own run of the visible examples."""

import io
import subprocess
import sys
from textwrap import dedent

import pytest
from rich.console import Console

from grader.check import check
from grader.topics import ROOT, SOLUTIONS, TOPICS

TOPIC = "softmax"

STUB = '''
import torch


def double(X):
    """Twice X.

    >>> X = torch.tensor([1.0, 2.0])
    >>> double(X)
    tensor([2., 4.])
    """
    %s


def halve(X):
    """Half of X.

    >>> halve(torch.tensor(
    ...     [2.0]))
    tensor([1.])
    """
    %s


class Net(torch.nn.Module):
    """A net.

    >>> Net()
    Net()
    """

    def forward(self, X):
        """Twice X.

        >>> Net()(torch.tensor(1.0))
        tensor(2.)
        """
        %s
'''

TO_DO = "raise NotImplementedError"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Check a file of this text; returns whether all is done, and what was printed."""
    monkeypatch.chdir(tmp_path)
    for topic in TOPICS:
        (tmp_path / f"{topic}.py").write_text("def f():\n    '''\n    >>> f()\n    '''\n")

    def run(source, topics=(TOPIC,), **options):
        (tmp_path / f"{TOPIC}.py").write_text(source)
        console = Console(file=io.StringIO(), **options)
        done = check(list(topics), tmp_path, console)
        return done, console.file.getvalue()

    return run


def lines_of(output):
    return [line.rstrip() for line in output.splitlines()]


def docstring(examples):
    """A file whose only function f has these examples and returns its argument."""
    return f'def f(x=None):\n    """Text.\n\n{examples}\n    """\n    print("here") if x else None\n    return x\n'


def test_a_fresh_stub_is_all_to_do(run):
    done, output = run(STUB % (TO_DO, TO_DO, TO_DO))
    assert not done
    assert lines_of(output) == [
        "softmax  softmax.py",
        "  ○ double  to do",
        "  ○ halve   to do",
        "  ○ Net     to do",
        "○ softmax        0 of 3 functions done, 3 to do",
        "",
        "Next: write double, softmax.py:12",
    ]


def test_a_half_filled_stub(run):
    done, output = run(STUB % ("return 2 * X", "return X", TO_DO))
    assert not done
    assert lines_of(output) == [
        "softmax  softmax.py",
        "  ✓ double",
        "  ✗ halve   softmax.py:18",
        "      >>> halve(torch.tensor(",
        "      ...     [2.0]))",
        "      expected  tensor([1.])",
        "      got       tensor([2.])",
        "  ○ Net     to do",
        "✗ softmax        1 of 3 functions done, 1 to look at, 1 to do",
        "",
        "Next: look at halve, softmax.py:18",
    ]


def test_all_done(run):
    done, output = run(STUB % ("return 2 * X", "return X / 2", "return double(X)"))
    assert done
    assert "✓ softmax        3 of 3 functions done" in output
    assert "All examples come out right" in output


def test_what_waits_for_another_function_says_so(run):
    _, output = run(STUB % (TO_DO, "return double(X) / 4", "return [halve(x) for x in X]"))
    assert "○ halve   needs double" in output
    _, output = run(STUB % (TO_DO, TO_DO, "return double(X)"))
    assert "○ Net     needs double" in output


def test_a_not_implemented_error_of_torch_is_wrong_not_to_do(run):
    _, output = run(STUB.replace("def forward", "def another") % ("return 2 * X", "return X / 2", "return X"))
    assert "✗ Net" in output
    assert "missing the required" in output


def test_an_exception_says_where_in_the_students_file(run):
    _, output = run(STUB % ("rows = X\n    return rows[0, 0, 0]", "return X / 2", "return 2 * X"))
    block = lines_of(output)[1:6]
    assert block[:3] == ["  ✗ double  softmax.py:13", "      >>> X = torch.tensor([1.0, 2.0])", "      >>> double(X)"]
    assert block[3].startswith("      got       IndexError: ")
    assert block[4] == "      in        return rows[0, 0, 0]"
    assert "Traceback" not in output


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("raise SystemExit", "SystemExit"),
        ("raise KeyboardInterrupt", "you stopped it"),
        ("return double(X)", "RecursionError: maximum recursion"),
        ("class Bad(Exception):\n        __str__ = None\n    raise Bad", "Bad: (its message cannot be printed)"),
        ("pass", "got       nothing: is there a return?"),
    ],
)
def test_odd_ends(run, body, message):
    _, output = run(STUB % (body, "return X / 2", "return 2 * X"))
    assert message in output
    assert "2 of 3 functions done, 1 to look at" in output


# What counts as right


@pytest.mark.parametrize(
    ("examples", "done"),
    [
        ("    >>> f()", True),
        ("    >>> f(0)\n    0", True),
        ("    >>> f(1)\n    1", True),  # a print left in the student's code
        ("    >>> y = f(1)", True),
        ("    >>> print(f(1))\n    here\n    1", True),
        ("    >>> f(1)\n    2", False),
        ("    >>> f(1)", False),
        ("    >>> f([1,   2])\n    [1,\n     2]", True),
        ("    >>> f(list(range(99)))\n    [0, 1, ..., 98]", True),
        (
            "    >>> f(1 / 0)\n    Traceback (most recent call last):\n        ...\n    ZeroDivisionError: no",
            True,
        ),
        ("    >>> f(1 / 0)\n    Traceback (most recent call last):\n        ...\n    ValueError", False),
        ("    >>> f(0)\n    Traceback (most recent call last):\n        ...\n    ValueError", False),
        ("    >>> f('a  b')\n    'a b'", True),
        ("    >>> f('a  b')  # doctest: -NORMALIZE_WHITESPACE\n    'a b'", False),
        ("    >>> f(1)  # doctest: +SKIP\n    2", True),
        ("    >>> f('a\\\\n\\\\nb') and print('a\\\\n\\\\nb')\n    here\n    a\n    <BLANKLINE>\n    b", True),
        ("    >>> (", False),
        ("    >>> import torch\n    >>> torch.rand(1)\n    tensor([0.4963])", True),
        ("    >>> import numpy\n    >>> numpy.random.rand()  # doctest: +ELLIPSIS\n    0.5488...", True),
        ("    >>> import random\n    >>> random.random()\n    0.8444...", True),
    ],
)
def test_examples_are_compared_as_doctest_does(run, examples, done):
    assert run(docstring(examples))[0] is done


def test_helpers_without_examples_and_imported_names_are_not_listed(run):
    source = STUB % ("return helper(X)", TO_DO, TO_DO)
    _, output = run(f"from textwrap import dedent\n\n\ndef helper(X):\n    return 2 * X\n{source}\nalias = double\n")
    assert [line[4:].split()[0] for line in lines_of(output) if line.startswith("  ") and line[2] in "✓○✗"] == [
        "double",
        "halve",
        "Net",
    ]


def test_a_docstring_that_cannot_be_taken_apart(run):
    done, output = run(docstring("    >>> f(\n  ... )"))
    assert not done
    assert "inconsistent leading whitespace" in output


# Files that do not import


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("x = 1\n\ndef f(:\n    pass\n", 3, "SyntaxError: invalid syntax"),
        ("def f():\nreturn 1\n", 2, "IndentationError: expected an indented block after function definition on line 1"),
        ("import torch\nx = torch.zeros(2)[5]\n", 2, "IndexError: "),
        ("def f():\n    raise ValueError('no')\n\n\nf()\n", 2, "ValueError: no"),
        ("import nowhere_to_be_found\n", 1, "ModuleNotFoundError: No module named 'nowhere_to_be_found'"),
        ("1\nexit(3)\n", 2, "SystemExit: 3"),
        ("x = 1\0\n", None, "source code string cannot contain null bytes"),
    ],
)
def test_a_file_that_does_not_import_says_where(run, source, line, message):
    done, output = run(source)
    assert not done
    place = f"softmax.py:{line}" if line else "softmax.py"
    assert message in output
    assert f"✗ softmax        does not import: {place}" in output
    assert f"at        {place}" in output
    assert "Traceback" not in output
    assert str(ROOT) not in output


def test_a_missing_file(run, tmp_path):
    (tmp_path / "linreg.py").unlink()
    done, output = run("", ["linreg"])
    assert not done
    assert "✗ linreg         missing: linreg.py" in output


def test_an_edit_counts_at_once_even_in_the_same_second(run):
    assert run(STUB % ("return 2 * X", "return X / 2", "return 2 * X"))[0]
    assert not run(STUB % ("return 3 * X", "return X / 2", "return 2 * X"))[0]
    assert TOPIC not in sys.modules


# What is printed


def test_a_students_output_reaches_the_terminal_as_plain_text(run):
    body = r"print('[red]x[/red] \x1b[31m \x07 \ud800'); return 3 * X"
    _, output = run(r"print('at import \x1b[2J')" + STUB % (body, "return X / 2", "return 2 * X"), force_terminal=True)
    assert r"[red]x[/red] \x1b[31m \x07 \ud800" in output
    assert r"at import \x1b[2J" in output
    assert "\x1b[31mx" not in output
    assert "\x1b[2J" not in output


def test_output_is_bounded(run):
    _, output = run(STUB % ("print('x\\n' * 10**6); return 'y' * 10**6", "return X / 2", "return 2 * X"))
    assert len(output) < 3000
    assert "more lines" in output


def test_colours_only_in_a_terminal(run):
    source = STUB % ("return 2 * X", "return X", TO_DO)
    assert "\x1b" not in run(source)[1]
    output = run(source, force_terminal=True, color_system="standard")[1]
    assert "\x1b[32m✓" in output
    assert "\x1b[31m✗" in output
    assert "\x1b[2m○" in output


@pytest.mark.parametrize("topics", [(), TOPICS])
def test_every_topic_is_one_line(run, topics):
    done, output = run(STUB % ("return 2 * X", "return X", TO_DO), topics=topics)
    lines = lines_of(output)
    assert not done
    assert [line.split()[1] for line in lines[: len(TOPICS)]] == list(TOPICS)
    assert "✗ softmax        1 of 3 functions done, 1 to look at, 1 to do" in lines
    assert lines[len(TOPICS) :] == ["", "Next: make check T=softmax"]


def test_an_unknown_topic(run):
    with pytest.raises(ValueError, match=r"no topic 'sofmax'; topics are .*softmax"):
        run("", ["sofmax"])


def test_it_needs_nothing_else_of_the_grader():
    program = dedent("""
        import sys, grader.check
        own = {name for name in sys.modules if name.startswith("grader")}
        assert own == {"grader", "grader.check", "grader.topics"}, own
    """)
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if (SOLUTIONS / f"{topic}.py").exists()])
def test_the_solutions_examples_come_out_right(topic):
    console = Console(file=io.StringIO())
    assert check([topic], SOLUTIONS, console), console.file.getvalue()
