# The kit's commands. Each makes the environment first where it is missing; PYTHON chooses the interpreter (3.11 or newer).

PYTHON ?= python3
VENV   := .venv
RUN    := $(VENV)/bin/python
READY  := $(VENV)/.ready
JOBS   ?= $(shell nproc 2>/dev/null || echo 2)

SUBMISSIONS ?= data/sample_class
OUT         ?= results

.PHONY: help grade check stubs test prove lint format clean
.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

grade: $(READY)  ## grade a class: make grade [SUBMISSIONS=folder] [OUT=results]
	$(RUN) -m grader grade $(SUBMISSIONS) --out $(OUT) --jobs $(JOBS)

check: $(READY)  ## a student's own run: make check [T=softmax]
	$(RUN) -m grader check $(T)

stubs: $(READY)  ## write exercises/ from solutions/
	$(RUN) -m grader stubs

test: lint  ## all that CI runs
	$(RUN) -m grader stubs --check
	$(RUN) -m tests.proof --jobs $(JOBS)
	$(RUN) -m tests.proof --direct --kind solution --kind stub --kind wheat --jobs $(JOBS)
	$(RUN) -m tests.proof --flake 10 --jobs $(JOBS)
	$(RUN) -m pytest

prove: $(READY)  ## all that is known of the suites: mutants and 200 seeds too (hours)
	$(RUN) -m tests.proof --every --jobs $(JOBS)
	$(RUN) -m tests.proof --every --direct --jobs $(JOBS)
	$(RUN) -m tests.proof --flake 200 --jobs $(JOBS)

lint: $(READY)  ## ruff and mypy
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy

format: $(READY)  ## let ruff rewrite
	$(RUN) -m ruff check --fix
	$(RUN) -m ruff format

clean:  ## remove results and caches; the environment stays
	rm -rf $(OUT) .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# The direct dependencies come from pyproject.toml, the versions of all from constraints.txt.
# The project itself is not installed: a folder on sys.path would be readable to student code.
$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 ...")'
	@echo 'Making the environment in $(VENV): about 5.5 GB and some minutes, once.'
	$(PYTHON) -m venv $(VENV)
	$(PYTHON) tools/dependencies.py | $(VENV)/bin/pip install --disable-pip-version-check --quiet --constraint constraints.txt --requirement /dev/stdin
	@touch $@
