# Two commands: `make run` shows the product on sample data, `make test` runs its tests. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help setup run test test-all check accuracy bench sample

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.test: $(VENV)/.run tests/requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@

setup: $(VENV)/.run $(VENV)/.test  ## make .venv and install what running and testing need

run: $(VENV)/.run  ## the front end on sample data: PORT=8501, HEADLESS=1 opens no browser
	@exec $(BIN)/python -m graph serve --sample

test: $(VENV)/.test  ## all tests, on the local graph and one real Neo4j
	@exec $(BIN)/python -m pytest

test-all: $(VENV)/.test  ## all tests, on the local graph and both lines of Neo4j
	@exec $(BIN)/python -m pytest --all-servers

check: $(VENV)/.test  ## lint, types, import rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

accuracy: $(VENV)/.test  ## score the reader on texts with answers, and write the figures into README
	@$(BIN)/python -m tests.accuracy

bench: $(VENV)/.test  ## speed as ratios: reading, loading, pages
	@$(BIN)/python -m tests.bench

sample: $(VENV)/.run  ## write the sample's texts again from its tables
	@$(BIN)/python -m graph.export.notice_folder data/sample
