"""Jupyter notebooks as Python source: the code cells in order, without what only IPython understands."""

import json
import re

# On a line without its indentation: `%matplotlib inline`, `!pip install x`, `files = !ls`, `t = %timeit -o f()`.
# But `% b` may be Python's operator on a continued line, and `width = %d` a line in a string.
MAGIC_LINE = re.compile(r"(?:[\w.][\w., ]*=\s*)?(?:%{1,2}[A-Za-z]{2}|!)")
HELP_LINE = re.compile(r"(?:\?{1,2}[\w.*]+|%{0,2}[\w.*]+\?{1,2})")


def notebook_source(text: str) -> str:
    """The Python in a notebook.

    Args:
        text: the .ipynb file's JSON, nbformat 4.

    Returns:
        Its code cells in order, a blank line between them. Magics, shell commands and help lines are commented out, and
        whole cells that start with `%%`. Outputs are not looked at.

    Raises:
        ValueError: no notebook; the message says what to do.
    """
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"the notebook is not valid JSON ({error}); save it again in Jupyter") from error
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise ValueError("the notebook has no list of cells (nbformat 4); save it again in a current Jupyter")
    return "\n\n".join(cell_source(cell) for cell in cells if is_code(cell)) + "\n"


def is_code(cell: object) -> bool:
    return isinstance(cell, dict) and cell.get("cell_type") == "code"


def cell_source(cell: dict) -> str:
    """One code cell as Python."""
    source = cell.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        raise ValueError("a code cell's source is not text; save the notebook again in Jupyter")
    lines = re.sub("\r\n?", "\n", source).rstrip("\n").split("\n")
    if source.lstrip().startswith("%%"):
        return "\n".join(f"# {line}" for line in lines)
    return "\n".join(without_magics(lines))


def without_magics(lines: list[str]) -> list[str]:
    plain = []
    continued = False  # the line above was commented out and ends in a backslash
    for line in lines:
        magic = continued or MAGIC_LINE.match(line.lstrip()) or HELP_LINE.fullmatch(line.strip())
        plain.append(commented(line) if magic else line)
        continued = bool(magic) and line.endswith("\\")
    return plain


def commented(line: str) -> str:
    """The line as a comment. Where it is indented it may be all that a block holds: `pass` stands in."""
    code = line.lstrip()
    indent = line[: len(line) - len(code)]
    return f"{indent}pass  # {code}" if indent else f"# {code}"
