"""The grader: student code in, grades out. Run it as `python -m grader`."""

__version__ = "0.1.0"
