"""A topic's file as text: its bytes decoded, a notebook's code taken out, and what Python could misread refused."""

import re
from dataclasses import dataclass

from grader.archives import MIB
from grader.notebooks import notebook_source

MAX_SOURCE = MIB  # bytes of a .py, and characters of any source

CODING_COOKIE = re.compile(r"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)  # PEP 263


@dataclass(frozen=True)
class SourceFile:
    """One topic's file: its name, and its text or, where `source` is None, the problem (why, and what to do)."""

    name: str
    source: str | None
    problem: str = ""


def source_file(name: str, content: bytes | ValueError) -> SourceFile:
    """A topic's file as text.

    Args:
        name: the file's name; .ipynb marks a notebook.
        content: its bytes, or the error that says why there are none.
    """
    try:
        if isinstance(content, ValueError):
            raise content
        source = decode(content)
        if name.endswith(".ipynb"):
            source = notebook_source(source)
        check_source(source)
    except ValueError as problem:
        return SourceFile(name, None, str(problem))
    return SourceFile(name, source)


def decode(content: bytes) -> str:
    """Bytes as text: UTF-8 with or without a byte order mark; line ends become \\n, as Python itself reads them."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("it is in UTF-16; save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(
            f"it is not in UTF-8 (line {line}, byte {content[error.start]:#04x}); save it as UTF-8"
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_source(source: str) -> None:
    """Raise ValueError for text that Python would not read, or would read in another encoding than ours."""
    if len(source) > MAX_SOURCE:
        raise ValueError(f"its code is larger than {MAX_SOURCE // MIB} MiB")
    if "\0" in source:
        raise ValueError(
            f"it holds a NUL character in line {line_of(source, source.index(chr(0)))}; save it as UTF-8 text"
        )
    if surrogate := re.search("[\ud800-\udfff]", source):
        line = line_of(source, surrogate.start())
        raise ValueError(f"it holds half a character (a lone surrogate) in line {line}; save it as UTF-8")
    encoding = declared_encoding(source)
    if encoding != "utf-8":
        raise ValueError(f"its coding line declares {encoding[:40]!r}; save it as UTF-8 and delete that line")


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def declared_encoding(source: str) -> str:
    """The encoding that a PEP 263 comment in the first two lines declares; "utf-8" where none does, and for aliases."""
    for line in source.split("\n", 2)[:2]:
        if cookie := CODING_COOKIE.match(line):
            name = cookie[1].lower().replace("_", "-")
            return "utf-8" if re.fullmatch("utf-?8(-.*)?", name) else cookie[1]
        if line.strip(" \t\f") and not line.lstrip(" \t\f").startswith("#"):
            break  # the second line counts only below a comment or an empty line
    return "utf-8"
