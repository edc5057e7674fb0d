"""The reports: what they say, and that nothing of a student's steers a terminal or a spreadsheet."""

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from rich.console import Console

from grader.reports import REPORTS
from grader.reports.csv import table
from grader.reports.text import plain, points
from grader.reports.words import what_went_wrong
from grader.results import ClassGrades, Grade, TestResult, TopicGrade, topic_grade, total

TOPICS = ("tensor_ops", "data_iter", "linreg", "softmax", "cross_entropy")


def test_result(
    outcome="passed", function="softmax", message="Rows sum to 1.", hint="Which dim?", device="cpu", name="t"
):
    points = 5.0 if outcome in ("passed", "skipped") else 0.0
    return TestResult(name, function, device, outcome, points, 5.0, 0.1, message, hint)


test_result.__test__ = False


def make_grade(student="s01", sha256="", **topics: TopicGrade) -> Grade:
    topics = topics or {"softmax": topic_grade("graded", [test_result()])}
    score, max_score = total(topics)
    return Grade(student, score, max_score, {"version": "0"}, sha256 or student, "suite", 0, 1.0, topics)


def full(topics=TOPICS) -> dict[str, TopicGrade]:
    return {topic: topic_grade("graded", [test_result()] * 20) for topic in topics}


def shown(grades, width=120, terminal=False, **options) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=terminal, color_system="truecolor" if terminal else None)
    REPORTS["terminal"](ClassGrades(grades, Path("results"), seconds=3.2, **options), console)
    return out.getvalue()


# Text of a student's


HOSTILE = [
    ("\x1b[31mred\x1b[0m", "red"),
    ("\x1b]0;title\x07name", "name"),
    ("\x1b]8;;file:///etc\x1b\\link\x1b]8;;\x1b\\", "link"),
    ("a\x9b2Jb", "ab"),
    ("\x1bPq never closed", ""),
    ("a\x1bcb", "ab"),
    ("evil\u202etxt.exe", "eviltxt.exe"),
    ("zero\u200b\u2066width\ufeff", "zerowidth"),
    ("two\nlines\r\n\tand\u2028more", "two lines and more"),
    ("nul\0 bell\a back\b", "nul bell back"),
    ("half \ud800 surrogate", "half surrogate"),
    ("日本語 naïve Ω", "日本語 naïve Ω"),
]


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_plain(text, expected):
    assert plain(text) == expected


def test_plain_bounds_the_length_and_shows_that_it_cut():
    assert plain("x" * 200) == "x" * 200
    assert plain("x" * 201) == "x" * 199 + "…"
    assert plain("x" * 50_000_000, 10) == "x" * 9 + "…"
    assert plain("a" + "\u0300" * 1000, 20) in (
        unicodedata.normalize("NFC", "a\u0300") + "\u0300" * n for n in range(4)
    )


def test_points():
    assert [points(value) for value in (None, 0.0, 62.5, 100.0, 1013.456)] == ["–", "0", "62.5", "100", "1013.5"]


@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "file"])
def test_a_terminal_gets_no_command_from_a_student(terminal):
    evil = "\x1b]0;owned\x07\x1b[2J[bold]x[/]\u202e :boom:\r\n"
    unreadable = topic_grade("unreadable", [test_result("error")], evil * 3)
    fault = TopicGrade(None, 5.0, "grader_error", [], evil)
    failed = topic_grade("graded", [test_result("failed", function=evil, message=evil, hint=evil, name=evil)])
    grades = [
        make_grade(evil + "1", softmax=unreadable),
        make_grade(evil + "2", softmax=fault),
        make_grade(evil + "3", "same", softmax=failed),
        make_grade(evil + "4", "same", softmax=failed),
    ]
    for some in (grades, grades[:1], grades[1:2], grades[2:3]):
        text = shown(some, terminal=terminal, ignored=[(evil, evil)])
        assert "owned" not in text
        assert "\x1b[2J" not in text
        assert "\u202e" not in text
        assert "\r" not in text
        assert "[bold]x[/] :boom:" in text  # neither markup nor emoji is expanded


# The terminal


def test_what_went_wrong_in_words():
    tests = [test_result("failed")] * 3 + [test_result("timeout"), test_result("passed"), test_result("skipped")]
    grade = make_grade(
        tensor_ops=topic_grade("not_attempted", [test_result("not_attempted")]),
        data_iter=topic_grade("unreadable", [test_result("error")], "data_iter.py: line 12: invalid syntax"),
        linreg=topic_grade("not_attempted", [test_result("not_attempted")]),
        softmax=topic_grade("graded", tests),
        cross_entropy=topic_grade("missing", [test_result("not_attempted")]),
    )
    assert what_went_wrong(grade) == [
        "data_iter.py: line 12: invalid syntax",
        "softmax: 3 failed, 1 timed out",
        "tensor_ops, linreg: not attempted",
        "cross_entropy: not handed in",
    ]


def test_what_was_not_attempted_is_counted_in_functions():
    tests = [test_result("not_attempted", function=function) for function in ("net", "net", "accuracy")]
    grade = make_grade(softmax=topic_grade("graded", [test_result(), *tests]))
    assert what_went_wrong(grade) == ["softmax: 2 functions not attempted"]


def test_nothing_attempted():
    untouched = {topic: topic_grade("not_attempted", [test_result("not_attempted")]) for topic in TOPICS}
    assert what_went_wrong(make_grade(**untouched)) == ["nothing attempted"]
    assert what_went_wrong(make_grade(**full())) == []


def test_a_fault_of_the_grader_shows_no_score():
    fault = TopicGrade(None, 0.0, "grader_error", [], "Traceback …\nOSError: too many open files")
    text = shown([make_grade("a", **full()), make_grade("b", **dict.fromkeys(TOPICS, fault))])
    assert "the grader's own fault: OSError: too many open files" in " ".join(text.split())
    assert "1 graded, 1 not graded for the grader's own fault" in text
    assert next(line for line in text.splitlines() if line.startswith("b ")).split()[1:7] == ["–"] * 6


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("count", [1, 5, 12])
def test_a_class_fits_the_width_with_every_score(width, count):
    topics = [f"topic_{number}" for number in range(count)]
    lost = topic_grade("graded", [test_result()] * 15 + [test_result("failed")] * 5)
    half = {topic: topic_grade("graded", [test_result()] * 19 + [test_result("failed")]) for topic in topics}
    grades = [make_grade("alice", **full(topics)), make_grade("bob", **{**half, "topic_0": lost})]
    lines = shown(grades, width).splitlines()
    assert max(map(len, lines)) <= width
    if width < 80 and count == 12:
        return  # too narrow for twelve scores
    alice = next(line for line in lines if line.startswith("alice"))
    assert alice.split()[1 : count + 2] == ["100"] * count + [str(100 * count)]
    text = " ".join(" ".join(lines).split())
    assert all(topic in text for topic in topics)  # as headings, or in the legend
    assert "topic_0: 5 failed" in text


def test_a_legend_only_where_the_names_do_not_fit():
    grades = [make_grade("a", **full()), make_grade("b", **full())]
    assert "1 tensor_ops" in shown(grades, 80)
    assert "1 tensor_ops" not in shown(grades, 160)


def test_what_is_told_around():
    grades = [make_grade("a", "same"), make_grade("b", "same"), make_grade("c")]
    text = shown(grades, reused=1, ignored=[("README.md", "not a topic's file")])
    assert "README.md: not a topic's file" in text
    assert "identical files: a, b" in text
    assert "2 graded, 1 reused, mean 5 of 5, in 3 s; results in results/" in text
    assert "ignored" not in shown(grades)


def test_direct_and_skipped_are_said():
    grade = make_grade(softmax=topic_grade("graded", [test_result("skipped")]))
    assert "skipped" in shown([grade])
    grade.grader["direct"] = True
    assert "unprotected" in shown([grade])


def test_one_submission_is_told_function_by_function():
    tests = [
        test_result(function="softmax"),
        test_result(
            "failed", function="net", message="AssertionError: not close\nexpected 4", name="test_net_flattens[2]"
        ),
        test_result("timeout", function="net", device="cuda-simulated"),
        test_result("timeout", function="accuracy", device="cuda-simulated", hint=""),
        test_result("not_attempted", function="train_softmax"),
    ]
    lines = [
        " ".join(line.split()) for line in shown([make_grade(softmax=topic_grade("graded", tests))], 80).splitlines()
    ]
    assert "softmax 5 / 5" in lines
    assert "net 0 / 10 failed: net flattens [2]" in lines
    assert "not close" in lines
    assert "hint: Which dim?" in lines
    assert "and 1 more test" in lines
    assert "accuracy 0 / 5 timed out on a pretended CUDA device: t" in lines
    assert "train_softmax 0 / 5 not attempted" in lines
    assert not any("expected 4" in line for line in lines)


# grades.csv


def rows(grades) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table(grades))))


def test_csv_has_a_row_a_student_and_a_column_a_topic():
    missing = topic_grade("missing", [test_result("not_attempted")])
    fault = TopicGrade(None, 0.0, "grader_error")
    half = topic_grade("graded", [TestResult("t", "f", None, "failed", 2.5, 5.0)])
    grades = [make_grade("a", linreg=half, softmax=missing), make_grade("b", linreg=fault, softmax=fault)]
    assert rows(grades) == [
        ["student", "total", "linreg", "softmax", "status"],
        ["a", "2.5", "2.5", "0", "softmax: missing"],
        ["b", "", "", "", "grader_error"],  # no score, and not 0
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u200b=", "\x1b[0m=", "＝"])
def test_csv_holds_no_formula(start):
    cell = rows([make_grade(f'{start}HYPERLINK("x")')])[1][0]
    assert cell.startswith("'")
    assert 'HYPERLINK("x")' in cell


def test_csv_cells_stay_one_cell():
    name = 'a,b";=1+1\n=2'
    text = table([make_grade(name)])
    assert '"a,b"";=1+1 =2"' in text  # quoted, so that ";" splits it nowhere
    assert len(rows([make_grade(name)])) == 2


def test_csv_report_writes_into_the_results_folder(tmp_path):
    out = io.StringIO()
    REPORTS["csv"](ClassGrades([make_grade("né \ud800")], tmp_path), Console(file=out, width=200))
    assert (tmp_path / "grades.csv").read_text(encoding="utf-8").splitlines()[1].startswith('"né"')
    assert "grades.csv" in out.getvalue()
