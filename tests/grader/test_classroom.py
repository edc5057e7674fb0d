"""Many submissions: every promise about results files, reuse, faults of the grader, and interrupted runs."""

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from grader import classroom, results, workers
from grader.classroom import grade_class
from grader.ledger import FolderError, Progress, RunError, locked
from grader.submissions import SourceFile, Submission
from grader.topics import ROOT
from grader.workers import InThisProcess
from tests.grader import fake_grading

SETTINGS = fake_grading.Settings()


@pytest.fixture(autouse=True)
def fake(monkeypatch, tmp_path):
    """Every run here grades with the fake, and logs what it does."""
    monkeypatch.setattr(workers, "GRADING", "tests.grader.fake_grading")
    monkeypatch.setenv("FAKE_GRADING_LOG", str(tmp_path / "log"))
    yield
    workers.close_grader()


@pytest.fixture
def log(tmp_path):
    """The events since the last call."""
    seen = 0

    def new() -> list[str]:
        nonlocal seen
        path = tmp_path / "log"
        events = path.read_text().splitlines() if path.exists() else []
        seen, start = len(events), seen
        return events[start:]

    return new


def submission(student: str, source: str = "") -> Submission:
    source = source or f"# {student}"
    sha256 = hashlib.sha256(source.encode()).hexdigest()
    return Submission(student, Path(student), {"softmax": SourceFile("softmax.py", source)}, sha256)


def grade_here(submissions, out, settings=SETTINGS, **options):
    return grade_class(submissions, out, settings, open_executor=InThisProcess, **options)


def graded(events: list[str]) -> list[str]:
    return [event.removeprefix("grade ") for event in events if event.startswith("grade ")]


ABC = [submission("a"), submission("bb"), submission("ccc")]


# Results files


def test_each_grade_is_in_its_file(tmp_path):
    run = grade_here(ABC, tmp_path / "out")
    assert [grade.student for grade in run.grades] == ["a", "bb", "ccc"]
    assert [results.read(tmp_path / "out" / f"{name}.json") for name in ("a", "bb", "ccc")] == [
        results.from_json(results.to_json(grade)) for grade in run.grades
    ]


def test_a_grade_is_in_its_file_before_the_next_is_made(tmp_path, log):
    files = []

    def look(progress: Progress) -> None:
        if progress.finished:
            files.append((sorted(path.stem for path in tmp_path.glob("out/*.json")), len(graded(log()))))

    grade_here(ABC, tmp_path / "out", on_progress=look)
    assert files == [(["a"], 1), (["a", "bb"], 1), (["a", "bb", "ccc"], 1)]


def test_results_do_not_depend_on_who_grades(tmp_path):
    many = [submission(f"s{number:02}", "x" * number) for number in range(1, 9)]
    grade_here(many, tmp_path / "here")
    for jobs in (1, 3):
        grade_class(many, tmp_path / str(jobs), SETTINGS, jobs=jobs)
        for path in (tmp_path / "here").glob("*.json"):
            assert (tmp_path / str(jobs) / path.name).read_text() == path.read_text()


def test_identical_submissions_are_graded_once_and_kept_under_each_name(tmp_path, log):
    run = grade_here([submission("a", "same"), submission("b"), submission("c", "same")], tmp_path / "out")
    assert graded(log()) == ["a", "b"]
    assert [grade.student for grade in run.grades] == ["a", "b", "c"]
    assert results.read(tmp_path / "out" / "c.json").student == "c"
    assert run.grades[2].score == run.grades[0].score


def test_a_student_id_that_is_no_file_name(tmp_path):
    odd = submission("../../etc\x1b[31m/passwd\n")
    run = grade_here([odd], tmp_path / "out")
    assert run.grades[0].student == odd.student
    assert [path.stem for path in tmp_path.rglob("*.json")] == [odd.safe_name]


def test_never_more_in_flight_than_twice_the_jobs(tmp_path):
    most = 0

    class Counting(ThreadPoolExecutor):  # and any executor will do
        in_flight = 0

        def submit(self, fn, /, *args, **kwargs) -> Future:
            nonlocal most
            Counting.in_flight += 1
            most = max(most, Counting.in_flight)
            future = super().submit(fn, *args, **kwargs)
            future.add_done_callback(self.finished)
            return future

        def finished(self, _):
            Counting.in_flight -= 1

    many = [submission(f"s{number}") for number in range(50)]
    run = grade_class(many, tmp_path / "out", SETTINGS, jobs=2, open_executor=Counting)
    assert len(run.grades) == 50
    assert 1 <= most <= 4


def test_each_grading_process_opens_one_grader_and_closes_it(tmp_path, log):
    grade_class([submission(f"s{number}") for number in range(6)], tmp_path / "out", SETTINGS, jobs=2)
    events = log()
    opened = sorted(event.split()[1] for event in events if event.startswith("open"))
    closed = sorted(event.split()[1] for event in events if event.startswith("close"))
    assert opened == closed
    assert len(set(opened)) == len(opened) in (1, 2)


# Reuse


def test_what_is_graded_is_reused(tmp_path, log):
    first = grade_here(ABC, tmp_path / "out")
    dates = {path: path.stat().st_mtime_ns for path in tmp_path.glob("out/*.json")}
    log()
    again = grade_here(ABC, tmp_path / "out")
    assert graded(log()) == []
    assert (again.reused, first.reused) == (3, 0)
    assert [grade.score for grade in again.grades] == [grade.score for grade in first.grades]
    assert dates == {path: path.stat().st_mtime_ns for path in tmp_path.glob("out/*.json")}


def test_a_new_student_takes_over_the_grade_of_identical_files(tmp_path, log):
    grade_here([submission("a", "same")], tmp_path / "out")
    log()
    run = grade_here([submission("z", "same"), submission("a", "same")], tmp_path / "out")
    assert graded(log()) == []
    assert results.read(tmp_path / "out" / "z.json").student == "z"
    assert run.reused == 2


@pytest.mark.parametrize(
    ("change", "settings"),
    [
        ({"FAKE_GRADING_SUITE": "suite-2"}, SETTINGS),
        ({"FAKE_GRADING_TORCH": "3"}, SETTINGS),
        ({}, fake_grading.Settings(seed=1)),
        ({}, fake_grading.Settings(topics=("softmax", "linreg"))),
        ({}, fake_grading.Settings(device="cpu")),
        ({}, fake_grading.Settings(direct=True)),
    ],
    ids=["suite", "torch", "seed", "topics", "device", "direct"],
)
def test_what_was_graded_otherwise_is_graded_again(tmp_path, log, monkeypatch, change, settings):
    grade_here(ABC, tmp_path / "out")
    log()
    for name, value in change.items():
        monkeypatch.setenv(name, value)
    assert grade_here(ABC, tmp_path / "out", settings).reused == 0
    assert graded(log()) == ["a", "bb", "ccc"]


def test_a_changed_submission_is_graded_again(tmp_path, log):
    grade_here(ABC, tmp_path / "out")
    log()
    grade_here([*ABC[:2], submission("ccc", "changed")], tmp_path / "out")
    assert graded(log()) == ["ccc"]


def test_fresh_reuses_nothing(tmp_path, log):
    grade_here(ABC, tmp_path / "out")
    log()
    assert grade_here(ABC, tmp_path / "out", fresh=True).reused == 0
    assert graded(log()) == ["a", "bb", "ccc"]


def more_points(text: str) -> str:
    grade = json.loads(text)
    grade["score"] = 10.0
    return json.dumps(grade)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: "\0" * len(text),
        lambda text: "[]",
        lambda text: text.replace('"schema": 1', '"schema": 2'),
        lambda text: text.replace('"failed"', '"lost"'),
        more_points,
    ],
    ids=["cut short", "empty", "zeros", "other json", "other schema", "unknown outcome", "sums"],
)
def test_a_damaged_results_file_is_graded_again_and_noted(tmp_path, log, damage):
    run = grade_here(ABC, tmp_path / "out")
    path = tmp_path / "out" / "bb.json"
    path.write_text(damage(path.read_text()))
    log()
    again = grade_here(ABC, tmp_path / "out")
    assert graded(log()) == ["bb"]
    assert results.read(path).score == run.grades[1].score
    assert len(again.notes) == 1
    assert "bb is graded again" in again.notes[0]
    assert str(path) in again.notes[0]


# The grader's own faults


@pytest.mark.parametrize("fault", ["raise", "exit", "own fault", "kill"])
def test_a_fault_of_the_grader_never_replaces_a_grade(tmp_path, fault):
    out = tmp_path / "out"
    grade_class(ABC, out, SETTINGS)
    before = (out / "bb.json").read_text()
    run = grade_class([ABC[0], submission("bb", fault), ABC[2]], out, SETTINGS)
    assert [grade.is_grader_error for grade in run.grades] == [False, True, False]
    assert (out / "bb.json").read_text() == before
    error = results.read(out / "grader_errors" / "bb.json")
    assert error.score is None
    assert error.topics["softmax"].status == "grader_error"
    assert error.topics["softmax"].message

    grade_class(ABC, out, SETTINGS)  # the fault is cured
    assert list((out / "grader_errors").iterdir()) == []


def test_an_exception_keeps_its_traceback_and_the_next_gets_a_fresh_grader(tmp_path, log):
    run = grade_here([submission("a", "raise"), submission("b")], tmp_path / "out")
    assert "OnlyHereError: cannot grade" in run.grades[0].topics["softmax"].message
    assert [event.split()[0] for event in log()] == ["open", "grade", "close", "open", "grade", "close"]


def test_who_kills_its_process_costs_no_one_else_a_grade(tmp_path, log):
    many = [submission(f"s{number:02}") for number in range(12)]
    many[5] = submission("s05", "kill")
    run = grade_class(many, tmp_path / "out", SETTINGS, jobs=2)
    assert [grade.student for grade in run.grades if grade.is_grader_error] == ["s05"]
    assert classroom.DIED_TWICE in run.grades[5].topics["softmax"].message
    tries = graded(log())
    assert tries.count("s05") == 2
    assert sorted(set(tries)) == [one.student for one in many]
    # Only what was in flight, 2 * jobs at most, is tried again, and only once.
    again = [student for student in set(tries) if tries.count(student) > 1]
    assert len(again) <= 4
    assert max(map(tries.count, tries)) == 2


def test_who_dies_with_another_is_graded_at_the_second_try(tmp_path):
    once = submission("once", f"kill {tmp_path / 'was here'}")
    run = grade_class([*ABC, once], tmp_path / "out", SETTINGS, jobs=2)
    assert not any(grade.is_grader_error for grade in run.grades)


@pytest.mark.parametrize(("how", "told"), [("raises", "RuntimeError: no torch here"), ("dies", "died as it started")])
def test_a_grader_that_does_not_start_ends_the_run(tmp_path, monkeypatch, how, told):
    monkeypatch.setenv("FAKE_GRADING_BROKEN", how)
    with pytest.raises(RunError, match=told):
        grade_class(ABC, tmp_path / "out", SETTINGS)


# The folder


def test_two_graders_do_not_write_into_one_folder(tmp_path):
    with locked(tmp_path / "out"), pytest.raises(FolderError, match=rf"process {os.getpid()}\) writes .* --out"):
        grade_here(ABC, tmp_path / "out")
    grade_here(ABC, tmp_path / "out")


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(FolderError, match=r"file/out: results cannot be written there .* --out"):
        grade_here(ABC, tmp_path / "file" / "out")


def test_a_full_disk_ends_the_run_and_loses_nothing(tmp_path, monkeypatch, log):
    out = tmp_path / "out"
    written = []

    def write(path, text):
        if len(written) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.append(path)
        path.write_text(text)

    with monkeypatch.context() as full, pytest.raises(RunError, match=r"ccc\.json: .*No space left.*2 of 3 are saved"):
        full.setattr(results, "write_atomically", write)
        grade_here(ABC, out)
    log()
    assert grade_here(ABC, out).reused == 2
    assert graded(log()) == ["ccc"]


def test_what_a_killed_grader_was_writing_is_swept_away(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / ".a.json.x1.part").write_text('{"schema"')
    (out / "mine.part").write_text("someone's own")
    grade_here(ABC, out)
    assert sorted(path.name for path in out.iterdir()) == [".lock", "a.json", "bb.json", "ccc.json", "mine.part"]


# Runs that end early: a whole grader in a process of its own

RUN = """
import sys
from grader import cli, workers
workers.GRADING = "tests.grader.fake_grading"
if __name__ == "__main__":
    sys.exit(cli.main(sys.argv[1:]))
"""


class Run:
    """A grader at work on a class of which "d" waits until `go` is called."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.out = folder / "out"
        for name, source in {"a": "# a", "b": "# b", "c": "# c", "d": f"wait {folder / 'go'}", "e": "# e"}.items():
            (folder / "class" / name).mkdir(parents=True)
            (folder / "class" / name / "softmax.py").write_text(source)
        (folder / "run.py").write_text(RUN)
        self.process = self.start()

    def start(self) -> subprocess.Popen[str]:
        command = [sys.executable, str(self.folder / "run.py"), "grade", str(self.folder / "class"), "--topic=softmax"]
        return subprocess.Popen(
            [*command, "--out", str(self.out), "--jobs=1"],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,  # a group of its own, which a Ctrl-C can be sent to
            # A shell's background job ignores Ctrl-C, and so would what it starts.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def events(self) -> list[str]:
        path = self.folder / "log"
        return path.read_text().splitlines() if path.exists() else []

    def until_waiting(self) -> None:
        """Until d is being graded and the grades before it are saved."""
        eventually(lambda: "waiting" in self.events() and {"a", "b", "c"} <= self.saved())

    def saved(self) -> set[str]:
        return {path.stem for path in self.out.glob("*.json")}

    def go(self) -> None:
        (self.folder / "go").touch()

    def grading_processes(self) -> list[int]:
        return [int(event.split()[1]) for event in self.events() if event.startswith("open")]


def eventually(condition) -> None:
    """Waits as long as a busy machine may need; a minute means never."""
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def run(tmp_path):
    run = Run(tmp_path)
    yield run
    run.go()
    if run.process.poll() is None:
        run.process.kill()
    run.process.communicate()


def finish(run: Run) -> tuple[list[str], str]:
    """Give the same command again; returns who was graded, and what the terminal says."""
    before = len(run.events())
    run.go()
    run.process = run.start()
    out, errors = run.process.communicate(timeout=60)
    assert run.process.returncode == 0, errors
    return graded(run.events()[before:]), out


def test_after_kill_9_the_same_command_goes_on(run):
    run.until_waiting()
    run.process.kill()
    run.process.wait()
    eventually(lambda: not any(map(runs, run.grading_processes())))  # no one is left behind
    assert run.saved() == {"a", "b", "c"}
    again, out = finish(run)
    assert again == ["d", "e"]
    assert "2 graded, 3 reused" in out


def test_ctrl_c_keeps_what_is_graded_and_the_same_command_goes_on(run):
    run.until_waiting()
    os.killpg(run.process.pid, signal.SIGINT)
    out, errors = run.process.communicate(timeout=60)
    assert run.process.returncode == 130
    assert "interrupted: 3 graded, 2 left" in errors
    assert "the same command goes on" in errors
    assert "Traceback" not in out + errors
    assert not any(map(runs, run.grading_processes()))
    assert f"close {run.grading_processes()[0]}" in run.events()
    assert finish(run)[0] == ["d", "e"]


def test_ctrl_c_at_the_start_says_so_too(tmp_path):
    """Pressed while the grading process starts."""
    run = Run(tmp_path)
    try:
        eventually(lambda: (run.out / ".lock").exists())
        os.killpg(run.process.pid, signal.SIGINT)
        out, errors = run.process.communicate(timeout=60)
        assert run.process.returncode == 130
        assert "interrupted" in errors
        assert "Traceback" not in out + errors
    finally:
        run.go()


def test_a_killed_grading_process_does_not_end_the_run(run):
    run.until_waiting()
    run.go()
    os.kill(run.grading_processes()[0], signal.SIGKILL)
    out, errors = run.process.communicate(timeout=60)
    assert run.process.returncode == 0, errors
    assert "5 graded" in out
    assert run.saved() == {"a", "b", "c", "d", "e"}
