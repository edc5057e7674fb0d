"""Text that a student may have written, made fit to be shown: one line, bounded, nothing that steers a terminal."""

import re
import unicodedata

# What a terminal obeys and nobody reads. An escape sequence goes as a whole, else "[31m" would be left over.
ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f]).*?(?:\x07|\x1b\\|\x9c|$)"  # OSC, DCS …: titles, links, the clipboard
    r"|\x1b[ -/]*[0-~]",
    re.DOTALL,
)

# Controls, formats (bidi overrides and zero-width characters among them), surrogates, private, unassigned.
UNSHOWN = {"Cc", "Cf", "Cs", "Co", "Cn"}

MARKS_IN_A_ROW = 3  # more combining marks than any script stacks would climb over the lines above


def plain(text: object, limit: int = 200) -> str:
    """`text` as one line of at most `limit` visible characters; what is cut off is shown by "…"."""
    raw = str(text)
    # Bounds the work: a message may be megabytes long, of which a report shows one line.
    shown = ESCAPE_SEQUENCE.sub("", raw[: 20 * limit + 1000])
    line = " ".join(_printable(unicodedata.normalize("NFC", shown)).split())
    if len(line) > limit or (len(raw) > 20 * limit + 1000 and len(line) == limit):
        return line[: max(limit - 1, 0)].rstrip() + "…"
    return line


def _printable(text: str) -> str:
    kept = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if character.isspace():
            kept.append(" ")
        elif category not in UNSHOWN and marks <= MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def points(value: float | None) -> str:
    """A score as people write it: 100, 62.5, and "–" where there is none."""
    return "–" if value is None else f"{round(value, 1):g}" if value < 1e5 else f"{value:.0f}"
