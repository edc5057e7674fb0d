"""The four parts of each topic agree: docstrings, points, examples, suite, wheats and chaffs."""

import ast
import doctest
import re
from collections import defaultdict
from fractions import Fraction

import pytest

from grader import topics
from grader.grading import PYTEST_OPTIONS
from grader.sandbox.worker import load
from grader.suite.points import KINDS, mark_of
from tests import proof

POINTS = re.compile(r"^ *Points: (\d+(?:\.5)?) \((.*)\)$", re.MULTILINE)
NO_DOCSTRING = "(no docstring)"

every_topic = pytest.mark.parametrize("topic", topics.TOPICS)


def marks(topic):
    """The marks of all cases of a topic's suite."""

    class Collect:
        def pytest_collection_modifyitems(self, items):
            self.marks = [mark_of(item) for item in items]
            self.docstrings = [item.function.__doc__ for item in items]

    collect = Collect()
    assert pytest.main([*PYTEST_OPTIONS, "--collect-only", str(topics.suite_path(topic))], plugins=[collect]) == 0
    return collect.marks, collect.docstrings


def functions(topic):
    """{name: docstring} of the topic's graded functions and classes."""
    tree = ast.parse(proof.solution(topic))
    return {
        node.name: ast.get_docstring(node) or NO_DOCSTRING
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }


def stated_points(docstring):
    """{kind: points} as the docstring says it."""
    total, parts = POINTS.findall(docstring)[0]
    split = {kind: Fraction(points) for kind, points in re.findall(r"([a-z ]+?) (\d+(?:\.5)?)(?:, |$)", parts)}
    assert sum(split.values()) == Fraction(total)
    return split


@every_topic
def test_points_add_up_and_docstrings_say_how(topic):
    found, docstrings = marks(topic)
    assert all(docstrings), "each test says what it checks"
    suite = defaultdict(lambda: defaultdict(Fraction))
    for mark in found:
        suite[mark.function][mark.kind] += Fraction(mark.points)
    stated = {name: stated_points(docstring) for name, docstring in functions(topic).items()}
    assert {name: dict(split) for name, split in suite.items()} == stated
    assert sum(sum(split.values()) for split in suite.values()) == 100
    assert all(set(split) <= set(KINDS) for split in suite.values())


@every_topic
def test_docstrings_are_whole(topic):
    for name, docstring in functions(topic).items():
        sections = ["Args:", "Returns:", "Points:", "Hints:", ">>>"]
        places = [docstring.find(section) for section in sections if section in docstring]
        assert places == sorted(places), f"{name}: the sections stand in another order"
        for needed in ("Points:", "Hints:", ">>>"):
            assert needed in docstring, f"{name}: {needed} is missing"


@every_topic
def test_examples_of_the_solution_pass(topic):
    module = load(topic, proof.solution(topic))
    results = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    assert results.attempted >= len(functions(topic))
    assert results.failed == 0


@every_topic
def test_wheats_and_chaffs_are_enough_and_speak(topic):
    assert len(list(proof.overlays(topic, "wheat"))) >= 6
    chaffs = list(proof.overlays(topic, "chaff"))
    assert len(chaffs) >= 15
    for chaff in chaffs:
        text = chaff.source.removeprefix(proof.solution(topic)).strip()
        sentence = (ast.get_docstring(ast.parse(text)) or "").split("\n")[0]
        assert re.search(r"\b[Yy]our?\b", sentence), f"{chaff} does not speak to the student: {sentence!r}"
        assert chaff.functions & set(functions(topic)), f"{chaff} overrides no function of its topic"


def test_all_points_of_the_course():
    assert all((topics.SOLUTIONS / f"{topic}.py").exists() for topic in topics.TOPICS)
