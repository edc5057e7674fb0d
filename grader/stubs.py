"""Solutions to exercises: the answers are cut out, everything else stays byte for byte.

An answer stands between nbgrader's markers, each alone on its line. Its place takes `raise NotImplementedError`.
"""

import ast
from pathlib import Path

from grader.topics import EXERCISES, SOLUTIONS, TOPICS

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
STUB = ("# YOUR CODE HERE", "raise NotImplementedError")


class StubError(Exception):
    """A solution file that cannot be cut: says which file, which line and what to do."""


def answer_regions(source: str, name: str) -> list[tuple[int, int]]:
    """The answers in a solution file.

    Args:
        source: the file's text.
        name: how errors call the file.

    Returns:
        (first, last) a region, in order: the lines of its two markers, counted from 1.

    Raises:
        StubError: a marker without its partner, inside another region, at module level, or not alone on its line.
    """
    regions = []
    begin = 0  # the line of the marker that is open; 0: none is
    for number, line in enumerate(source.split("\n"), start=1):
        marker = marker_on(line, f"{name}:{number}")
        if marker == BEGIN:
            if begin:
                raise StubError(f"{name}:{number}: {BEGIN} inside the region begun at line {begin}; end that one first")
            begin = number
        elif marker == END:
            if not begin:
                raise StubError(f"{name}:{number}: {END} without a {BEGIN} before it")
            regions.append((begin, number))
            begin = 0
    if begin:
        raise StubError(f"{name}:{begin}: {BEGIN} without an {END} after it")
    return regions


def marker_on(line: str, place: str) -> str:
    """BEGIN, END, or nothing: the marker on a line."""
    if "BEGIN SOLUTION" not in line and "END SOLUTION" not in line:
        return ""
    marker = line.strip()
    if marker not in (BEGIN, END):
        raise StubError(f"{place}: a marker is {BEGIN!r} or {END!r}, alone on its line, not {marker!r}")
    if not line.startswith(" "):
        raise StubError(f"{place}: {marker} at module level; a region is the body of a function, indented with spaces")
    return marker


def make_stub(source: str, name: str) -> str:
    """The exercise that belongs to a solution.

    Args:
        source: the solution file's text.
        name: how errors call the file.

    Returns:
        The text with `# YOUR CODE HERE` and `raise NotImplementedError` in each region's place. It parses as Python.

    Raises:
        StubError: see `answer_regions`; or what is left does not parse.
    """
    lines = source.split("\n")
    for begin, end in reversed(answer_regions(source, name)):  # from the end, so that earlier line numbers stay right
        marker = lines[begin - 1]
        indent = marker[: marker.index("#")]
        lines[begin - 1 : end] = [indent + line for line in STUB]
    stub = "\n".join(lines)
    try:
        ast.parse(stub)
    except SyntaxError as error:
        place = f"{name}: without its answers, the file does not parse (line {error.lineno} of the exercise)"
        raise StubError(f"{place}: {error.msg}") from error
    return stub


def stubs(solutions: Path = SOLUTIONS) -> dict[str, str]:
    """Topic to exercise text, for every topic that has a solution file.

    Raises:
        StubError: see `make_stub`.
    """
    paths = {topic: solutions / f"{topic}.py" for topic in TOPICS}
    return {
        topic: make_stub(path.read_bytes().decode(), f"{solutions.name}/{path.name}")
        for topic, path in paths.items()
        if path.exists()
    }


def write_stubs(solutions: Path = SOLUTIONS, exercises: Path = EXERCISES) -> list[str]:
    """Write exercises/<topic>.py for every topic that has a solution; returns those topics.

    Raises:
        StubError: see `make_stub`. Nothing is written then.
    """
    made = stubs(solutions)
    exercises.mkdir(exist_ok=True)
    for topic, stub in made.items():
        (exercises / f"{topic}.py").write_bytes(stub.encode())
    return list(made)


def drifted(solutions: Path = SOLUTIONS, exercises: Path = EXERCISES) -> list[str]:
    """The topics whose exercise is not what `write_stubs` would write: missing, edited, or without a solution."""
    made = {topic: stub.encode() for topic, stub in stubs(solutions).items()}
    found = {path.stem: path.read_bytes() for path in exercises.glob("*.py")}
    return sorted(topic for topic in made.keys() | found.keys() if made.get(topic) != found.get(topic))
