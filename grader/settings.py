"""What a grade depends on besides the submission and the suites; a module of its own, to come without torch."""

from dataclasses import dataclass

from grader import topics as course


@dataclass(frozen=True)
class Settings:
    """`device`: "cpu", "cuda" or "auto"; `direct`: in the grader's own process, without the boundary."""

    topics: tuple[str, ...] = course.TOPICS
    device: str = "auto"
    direct: bool = False
    seed: int = 0
