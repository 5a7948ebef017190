# Two commands do everything: `make run` and `make test`. Both install what they need.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
LOCKS := requirements.txt requirements-uv.txt pyproject.toml
DEV_LOCKS := $(LOCKS) requirements-dev.txt

.PHONY: help run test check setup format lock

help: ## Show the commands.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: setup ## Install what is needed and open the dashboard on http://127.0.0.1:8501.
	@$(BIN)/dti serve

# Where the tests' environment exists it is the one that is kept up to date.
setup: $(if $(wildcard .venv/.dev),.venv/.dev,.venv/.run) ## Install the program only; the commands are then .venv/bin/dti ...

test: .venv/.dev ## Install what the tests need (browser, LibreOffice, PostgreSQL) and run them all.
	@sh tools/system_packages.sh
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

check: .venv/.dev ## Format, lint, types, import rules.
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: .venv/.dev ## Put the code in form.
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lock: .venv/.dev ## Compile the locks anew from pyproject.toml.
	@sh tools/lock.sh

.venv/bin/uv: requirements-uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; try: make PYTHON=python3.11 ..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt
	@touch $@

.venv/.run: $(LOCKS) | .venv/bin/uv
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements-uv.txt requirements.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

# It holds all of the other one: it satisfies both.
.venv/.dev: $(DEV_LOCKS) | .venv/bin/uv
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements-uv.txt requirements-dev.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@ .venv/.run
