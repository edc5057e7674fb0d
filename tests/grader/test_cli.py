"""The command line: exit statuses, what is said where, and that a wrong argument answers without torch."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from grader import cli, results, workers
from grader.ledger import locked
from grader.topics import ROOT, TOPICS

FULL, PART = 10 * len(TOPICS), 4 * len(TOPICS)  # what the fake gives alice and bob


@pytest.fixture
def grade(monkeypatch, tmp_path):
    """`grade(*arguments)`: the exit status of a run over a class of two, graded by the fake in this process."""
    monkeypatch.setattr(workers, "GRADING", "tests.grader.fake_grading")
    monkeypatch.setattr(workers, "ProcessPool", workers.InThisProcess)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.chdir(tmp_path)
    hand_in("alice", "x" * 10)
    hand_in("bob", "x" * 4)
    yield lambda *arguments, path="class": cli.main(["grade", path, *arguments])
    workers.close_grader()


def hand_in(student: str, source: str) -> None:
    folder = Path("class") / student
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "softmax.py").write_text(source)


def test_graded(grade, capsys):
    assert grade() == 0
    out, errors = capsys.readouterr()
    assert [results.read(Path("results") / f"{name}.json").student for name in ("alice", "bob")] == ["alice", "bob"]
    assert Path("results/grades.csv").exists()
    assert "2 graded" in out
    assert errors.splitlines() == [
        f"[1/2] alice: {FULL} of {FULL}",
        f"[2/2] bob: {PART} of {FULL}",
    ]  # plain lines: not a terminal


def test_options_reach_the_settings(grade):
    options = [
        "--topic",
        "softmax",
        "--topic",
        "linreg",
        "--topic=softmax",
        "--device",
        "cpu",
        "--seed",
        "7",
        "--direct",
    ]
    assert grade(*options, "--jobs", "3", "--out", "elsewhere") == 0
    done = results.read(Path("elsewhere/bob.json"))
    assert list(done.topics) == ["linreg", "softmax"]  # the course's order
    assert (done.seed, done.grader["device"], done.grader["direct"]) == (7, "cpu", True)


def test_defaults(grade):
    grade()
    done = results.read(Path("results/bob.json"))
    assert list(done.topics) == list(TOPICS)
    assert (done.seed, done.grader["device"], done.grader["direct"]) == (0, "auto", False)


def test_reuse_and_fresh(grade, capsys):
    grade()
    assert grade("--report", "terminal") == 0
    assert "0 graded, 2 reused" in capsys.readouterr().out
    assert grade("--fresh", "--report", "terminal") == 0
    assert "2 graded" in capsys.readouterr().out


def test_reports_are_chosen(grade, capsys):
    assert grade("--report", "csv") == 0
    assert Path("results/grades.csv").exists()
    assert "what went wrong" not in capsys.readouterr().out
    Path("results/grades.csv").unlink()
    assert grade("--report", "terminal") == 0
    assert not Path("results/grades.csv").exists()


@pytest.mark.parametrize(("under", "status"), [(f"{PART}", 0), (f"{PART}.5", 3), (f"{FULL}", 3)])
def test_fail_under(grade, capsys, under, status):
    assert grade("--fail-under", under) == status
    assert (f"below {under} points: bob" in capsys.readouterr().err) == (status == 3)


def test_a_fault_of_the_grader_is_status_1_even_under_the_score(grade, capsys):
    hand_in("carol", "raise")
    assert grade("--fail-under", "49") == 1
    out, errors = capsys.readouterr()
    assert "grader_errors" in errors
    assert "2 graded, 1 not graded for the grader's own fault" in out


def test_a_grader_that_does_not_start_is_status_1(grade, capsys, monkeypatch):
    monkeypatch.setenv("FAKE_GRADING_BROKEN", "raises")
    assert grade() == 1
    assert "the grader does not start: RuntimeError: no torch here" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_is_status_1_and_the_results_stay(grade, capsys):
    Path("results/grades.csv").mkdir(parents=True)
    assert grade() == 1
    assert "report csv: " in capsys.readouterr().err
    assert Path("results/bob.json").exists()


def test_ignored_entries_are_listed(grade, capsys):
    Path("class/notes.txt").write_text("hello")
    assert grade() == 0
    assert "notes.txt" in capsys.readouterr().out


@pytest.mark.parametrize("path", ["nowhere", "empty", "text"])
def test_nothing_to_grade_is_status_2(grade, capsys, path):
    Path("empty").mkdir()
    Path("text").mkdir()
    (Path("text") / "a.txt").touch()
    assert grade(path=path) == 2
    errors = capsys.readouterr().err
    assert path in errors
    assert "no such file" in errors or "no submission" in errors
    assert not Path("results").exists()


def test_cuda_without_cuda_is_status_2(grade, capsys, monkeypatch):
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    assert grade("--device", "cuda") == 2
    assert "--device cuda: torch finds no CUDA device here" in capsys.readouterr().err


def test_a_folder_in_use_is_status_2(grade, capsys):
    with locked(Path("results")):
        assert grade() == 2
    assert "another grader" in capsys.readouterr().err


def test_an_out_folder_that_is_a_file_is_status_2(grade, capsys):
    Path("file").touch()
    assert grade("--out", "file") == 2
    assert "file: results cannot be written there" in capsys.readouterr().err


def test_a_single_archive(grade, capsys):
    with tarfile.open("dora.tar.gz", "w:gz") as archive:
        archive.add("class/alice", "dora")
    assert grade(path="dora.tar.gz") == 0
    assert results.read(Path("results/dora.json")).score == FULL
    assert "dora" in capsys.readouterr().out


def test_names_are_made_fit_for_the_terminal(grade, capsys):
    hand_in("eve\x1b[2J[red]\u202e", "x")
    hand_in("fay\x1b[2J[red]", "raise")
    assert grade("--fail-under", "50") == 1
    Path("class/fay\x1b[2J[red]/softmax.py").write_text("y")
    assert grade("--fail-under", "50") == 3
    out, errors = capsys.readouterr()
    for text in (out, errors):
        assert "\x1b[2J" not in text
        assert "\u202e" not in text
        assert "eve[red]" in text


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["grade"],
        ["grade", "x", "--jobs", "0"],
        ["grade", "x", "--jobs", "many"],
        ["grade", "x", "--seed", "-1"],
        ["grade", "x", "--topic", "cooking"],
        ["grade", "x", "--device", "tpu"],
        ["grade", "x", "--report", "pdf"],
        ["grade", "x", "--fail-under", "nan"],
        ["check", "cooking"],
        ["bake"],
    ],
    ids=" ".join,
)
def test_wrong_arguments_are_status_2(arguments, capsys):
    with pytest.raises(SystemExit) as exit_:
        cli.main(arguments)
    assert exit_.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["--help"], ["grade", "--help"], ["grade", "nowhere"], ["grade", "x", "--jobs=0"]]
)
def test_help_and_wrong_arguments_do_without_torch(arguments, tmp_path):
    code = """
import sys
from grader.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
assert "torch" not in sys.modules
"""
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert run.returncode == 0


def test_a_reader_that_has_gone_costs_nothing(grade, monkeypatch):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        assert grade("--fail-under", "50") == 3
    assert Path("results/grades.csv").exists()


# check and stubs


@pytest.mark.parametrize(("passes", "status"), [(True, 0), (False, 3)])
def test_check(monkeypatch, tmp_path, passes, status):
    calls = []
    check = pytest.importorskip("grader.check")
    monkeypatch.setattr(check, "check", lambda topics, folder, console: calls.append((topics, folder)) or passes)
    assert cli.main(["check", "softmax", "linreg", "--folder", str(tmp_path)]) == status
    assert cli.main(["check", "--folder", str(tmp_path)]) == status
    assert calls == [(("linreg", "softmax"), tmp_path), (TOPICS, tmp_path)]


def test_stubs(monkeypatch, capsys):
    monkeypatch.setattr("grader.stubs.write_stubs", lambda: ["softmax", "linreg"])
    assert cli.main(["stubs"]) == 0
    assert "written: softmax, linreg" in capsys.readouterr().out


@pytest.mark.parametrize(("drifted", "status"), [([], 0), (["softmax"], 1)])
def test_stubs_check(monkeypatch, capsys, drifted, status):
    monkeypatch.setattr("grader.stubs.drifted", lambda: drifted)
    assert cli.main(["stubs", "--check"]) == status
    assert ("softmax" in capsys.readouterr().err) == bool(drifted)
