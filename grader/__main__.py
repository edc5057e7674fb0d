"""`python -m grader`."""

import sys

from grader.cli import main

if __name__ == "__main__":  # a spawned grading process imports this module under another name
    sys.exit(main())
