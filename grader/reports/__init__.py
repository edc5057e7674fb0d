"""The reports: one module a format, each a function of a run's results alone.

A report takes (results, console): it prints to the console, or writes into the results' folder and says so there.
What stems from a student passes `text.plain` first, and then the format's own escaping.
"""

from collections.abc import Callable

from rich.console import Console

from grader.reports import csv, terminal
from grader.results import ClassGrades

Report = Callable[[ClassGrades, Console], None]

REPORTS: dict[str, Report] = {"terminal": terminal.report, "csv": csv.report}
