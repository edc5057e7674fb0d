"""What the reports say about a grade in words. Texts of a student's are not yet made fit here: see `text.plain`."""

from collections import Counter

from grader.results import Grade, TestResult, TopicGrade

OUTCOME_WORDS = {
    "failed": "failed",
    "error": "raised an error",
    "timeout": "timed out",
    "crashed": "crashed",
    "out_of_memory": "out of memory",
    "forbidden": "used a forbidden operation",
    "not_attempted": "not attempted",
}
UNDONE = {"not_attempted": "attempted", "missing": "handed in"}


def topics_of(grades: list[Grade]) -> list[str]:
    """Every topic that one of the grades has, in order."""
    return list(dict.fromkeys(topic for grade in grades for topic in grade.topics))


def lost(test: TestResult) -> bool:
    return test.outcome in OUTCOME_WORDS


def status_in_words(grade: Grade) -> str:
    """ "graded", or which topics were not, and why."""
    if grade.is_grader_error:
        return "grader_error"
    others = [f"{name}: {topic.status}" for name, topic in grade.topics.items() if topic.status != "graded"]
    return "; ".join(others) or "graded"


def what_went_wrong(grade: Grade) -> list[str]:
    """A phrase a topic, "softmax: 3 failed", and one for all that share it, "linreg, softmax: not attempted".

    First what needs someone's help: the grader's own faults and files that cannot be read.
    """
    faults: dict[str, list[str]] = {}
    undone: dict[str, list[str]] = {}
    unread, counted = [], []
    for name, topic in grade.topics.items():
        if topic.status == "grader_error":
            faults.setdefault(f"the grader's own fault: {last_line(topic.message)}", []).append(name)
        elif topic.status in UNDONE:
            undone.setdefault(topic.status, []).append(name)
        elif topic.status == "unreadable":
            unread.append(_unread(name, topic))
        elif any(map(lost, topic.tests)):
            counted.append(f"{name}: {_counts(topic)}")
    every = len(grade.topics)
    return [
        *(text if len(names) == every else f"{', '.join(names)}: {text}" for text, names in faults.items()),
        *unread,
        *counted,
        *(_undone(status, names, every) for status, names in undone.items()),
    ]


def _unread(name: str, topic: TopicGrade) -> str:
    # The problem mostly names the file itself: "data_iter.py: line 12: invalid syntax".
    return topic.message if topic.message.startswith(name) else f"{name}: {topic.message or 'cannot be read'}"


def _counts(topic: TopicGrade) -> str:
    """Lost tests by what became of them; of what was not attempted, the functions."""
    counts = Counter(test.outcome for test in topic.tests if test.outcome != "not_attempted")
    phrases = [f"{counts[outcome]} {words}" for outcome, words in OUTCOME_WORDS.items() if counts[outcome]]
    undone = {test.function for test in topic.tests if test.outcome == "not_attempted"}
    if undone:
        phrases.append(f"{len(undone)} function{'s' if len(undone) > 1 else ''} not attempted")
    return ", ".join(phrases)


def _undone(status: str, names: list[str], every: int) -> str:
    return f"nothing {UNDONE[status]}" if len(names) == every else f"{', '.join(names)}: not {UNDONE[status]}"


def checked(name: str) -> str:
    """What a test checked, from its name: "test_softmax_large_scores[float64]" to "softmax large scores [float64]"."""
    words, bracket, case = name.removeprefix("test_").partition("[")
    return words.replace("_", " ") + (f" {bracket}{case}" if bracket else "")


def last_line(text: str) -> str:
    """The line of a traceback that says what happened."""
    lines = text.strip().splitlines()
    return lines[-1] if lines else "no message"


def first_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[0] if lines else ""
