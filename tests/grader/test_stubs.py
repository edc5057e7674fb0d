"""Solutions to exercises."""

import ast

import pytest

from grader.stubs import BEGIN, END, STUB, StubError, answer_regions, drifted, make_stub, stubs, write_stubs
from grader.topics import SOLUTIONS, TOPICS

SOLUTION = '''"""Topic."""

import torch
from torch import nn


def double(X):
    """Twice X.

    >>> double(2)
    4
    """
    ### BEGIN SOLUTION
    def helper(x):
        return x + x

    return helper(X)
    ### END SOLUTION


class Net(nn.Module):
    """A net."""

    def __init__(self):
        """Set up."""
        super().__init__()
        ### BEGIN SOLUTION
        self.layer = nn.Linear(1, 1)
        ### END SOLUTION

    def forward(self, X):
        ### BEGIN SOLUTION
        return self.layer(X)
        ### END SOLUTION
'''

EXERCISE = '''"""Topic."""

import torch
from torch import nn


def double(X):
    """Twice X.

    >>> double(2)
    4
    """
    # YOUR CODE HERE
    raise NotImplementedError


class Net(nn.Module):
    """A net."""

    def __init__(self):
        """Set up."""
        super().__init__()
        # YOUR CODE HERE
        raise NotImplementedError

    def forward(self, X):
        # YOUR CODE HERE
        raise NotImplementedError
'''


def test_answers_are_cut_and_all_else_stays():
    assert make_stub(SOLUTION, "solutions/topic.py") == EXERCISE


@pytest.mark.parametrize("text", ["", "x = 1", "x = 1\n\n", "# \x0c form feed \u2028\n", "x = 'é'\r\ny = 2\r\n"])
def test_without_answers_nothing_changes(text):
    assert make_stub(text, "topic.py") == text


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        (["    ### END SOLUTION"], 2, "without a ### BEGIN"),
        (["    ### BEGIN SOLUTION", "    pass"], 2, "without an ### END"),
        (["    ### BEGIN SOLUTION", "    pass", "    ### BEGIN SOLUTION"], 4, "inside the region begun at line 2"),
        (["    pass", "### BEGIN SOLUTION", "x = 1", "### END SOLUTION"], 3, "module level"),
        (["    ### BEGIN SOLUTION", "    pass", "### END SOLUTION"], 4, "module level"),
        (["    pass  ### BEGIN SOLUTION", "    ### END SOLUTION"], 2, "alone on its line"),
        (["    ## BEGIN SOLUTION", "    pass"], 2, "alone on its line"),
        (["    ### BEGIN SOLUTION", "    pass", "    ### END SOLUTION."], 4, "alone on its line"),
    ],
)
def test_errors_name_file_and_line(body, line, message):
    with pytest.raises(StubError, match=message) as error:
        make_stub("\n".join(["def f():", *body]), "solutions/topic.py")
    assert str(error.value).startswith(f"solutions/topic.py:{line}: ")


def test_what_is_left_must_parse():
    source = f"def f():\n    if True:\n        {BEGIN}\n        pass\n        {END}\n   else:\n    pass\n"
    with pytest.raises(StubError, match=r"topic\.py: .*does not parse \(line 5 of the exercise\)"):
        make_stub(source, "topic.py")


@pytest.fixture
def tree(tmp_path):
    """A solutions folder with one topic, and an exercises folder made from it."""
    solutions, exercises = tmp_path / "solutions", tmp_path / "exercises"
    solutions.mkdir()
    (solutions / f"{TOPICS[0]}.py").write_bytes(SOLUTION.encode())
    assert write_stubs(solutions, exercises) == [TOPICS[0]]
    return solutions, exercises


def test_writing_leaves_no_drift(tree):
    assert drifted(*tree) == []


def test_drift(tree):
    exercises = tree[1]
    exercise = exercises / f"{TOPICS[0]}.py"
    exercise.write_text(EXERCISE + "\n")
    assert drifted(*tree) == [TOPICS[0]]
    exercise.unlink()
    assert drifted(*tree) == [TOPICS[0]]
    (exercises / f"{TOPICS[1]}.py").write_text(EXERCISE)
    assert drifted(*tree) == sorted(TOPICS[:2])


def test_one_bad_solution_writes_nothing(tree):
    solutions, exercises = tree
    exercise = exercises / f"{TOPICS[0]}.py"
    exercise.unlink()
    (solutions / f"{TOPICS[1]}.py").write_text(f"def f():\n    {BEGIN}\n")
    with pytest.raises(StubError, match=rf"solutions/{TOPICS[1]}\.py:2"):
        write_stubs(*tree)
    assert not exercise.exists()


# The repository's own topics.


def source_of(topic):
    return (SOLUTIONS / f"{topic}.py").read_text(encoding="utf-8")


def answer_lines(source, name):
    lines = source.split("\n")
    return {line.strip() for begin, end in answer_regions(source, name) for line in lines[begin : end - 1]}


def docstrings(source):
    """Docstrings of the module, its classes, functions and methods (what is nested in a function is answer)."""
    module = ast.parse(source)
    classes = [node for node in module.body if isinstance(node, ast.ClassDef)]
    found = {"": ast.get_docstring(module, clean=False)}
    for scope in [module, *classes]:
        for node in scope.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                found[f"{getattr(scope, 'name', '')}.{node.name}"] = ast.get_docstring(node, clean=False)
    return found


def test_the_committed_exercises_are_up_to_date():
    assert drifted() == [], "run `make stubs` and commit the result"


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if (SOLUTIONS / f"{topic}.py").exists()])
def test_an_exercise_keeps_the_statement_and_holds_no_answer(topic):
    source, stub = source_of(topic), stubs()[topic]
    compile(stub, f"exercises/{topic}.py", "exec")
    assert BEGIN not in stub
    assert END not in stub
    assert stub.count(STUB[1]) == len(answer_regions(source, topic)) > 0
    assert docstrings(stub) == docstrings(source)
    kept = {line.strip() for line in stub.split("\n")}
    shared = {line for line in answer_lines(source, topic) & kept if len(line) > 20}
    assert not shared, "an answer's line stands outside its region too"
