"""grades.csv in the results' folder: a row a student, for a spreadsheet or a course's gradebook."""

import csv
import io

from rich.console import Console
from rich.text import Text

from grader.reports.text import plain
from grader.reports.words import status_in_words, topics_of
from grader.results import ClassGrades, Grade, write_atomically

NAME = "grades.csv"

# A cell that begins so is a formula to a spreadsheet; the full-width forms are to some.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def report(results: ClassGrades, console: Console) -> None:
    path = results.folder / NAME
    write_atomically(path, table(results.grades))
    console.print(Text(f"Table of grades: {path}"), soft_wrap=True)


def table(grades: list[Grade]) -> str:
    """The file's text. A grade that does not exist is an empty cell, not 0."""
    topics = topics_of(grades)
    out = io.StringIO()
    # Every text is quoted: a spreadsheet that splits at ";" would else see a formula begin in the middle of a name.
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(["student", "total", *topics, "status"])
    for grade in grades:
        scores = [grade.topics[topic].score if topic in grade.topics else None for topic in topics]
        writer.writerow([defused(grade.student), *map(_cell, [grade.score, *scores]), defused(status_in_words(grade))])
    return out.getvalue()


def _cell(score: float | None) -> float | str:
    if score is None:
        return ""
    return int(score) if score == int(score) else score


def defused(text: str) -> str:
    """`text` as a cell that no spreadsheet runs: before what would be a formula stands an apostrophe."""
    cell = plain(text, limit=1000)
    return f"'{cell}" if text.startswith(FORMULA_STARTS) or cell.startswith(FORMULA_STARTS) else cell
