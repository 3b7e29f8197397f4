# The only door: `make help` lists what it does. Needs python3 >= 3.11 and make; all else comes from package registries.
PYTHON ?= python3
PORT ?= 8000
OPEN ?= 1
BIN := .venv/bin
WEB := api/web
STAMP := .venv/.ready
UV_INSTALL = $(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --editable '.[dev]'
WEB_STAMP := $(WEB)/dist/.built

export EVENTGRAPH_DATA_DIR ?= $(CURDIR)/var

.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint format types clean

help: ## Say what each target does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(STAMP) $(WEB_STAMP) ## Make the environment: .venv with .venv/bin/eventgraph, and the explorer built

demo: $(STAMP) $(WEB_STAMP) ## Ingest the demo corpus into the embedded engine and serve it (PORT=8000, OPEN=0 opens no browser)
	@PORT=$(PORT) OPEN=$(OPEN) exec demo/run

test: $(STAMP) $(WEB_STAMP) ## Run every check and test; what cannot run here is skipped with a line that says why
	@$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest

check: lint types ## Run the static checks only

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/codespell README.md CHANGELOG.md docs graph ingest api/*.py api/routes api/web/src notebooks tests

types: $(STAMP)
	$(BIN)/mypy

format: $(STAMP) ## Format and fix what can be fixed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## Remove the environment, the built explorer and the demo's data
	-$(BIN)/eventgraph stop
	rm -rf .venv $(WEB)/node_modules $(WEB)/dist var

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; echo "python3 cannot make an environment; install python3-venv"; exit 1; }
	@echo "installing packages (about a minute, 1.5 GB with the development tools)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt uv
	@$(UV_INSTALL) || $(UV_INSTALL) --system-certs # behind a proxy with a certificate of its own
	@touch $@

$(WEB_STAMP): $(STAMP) $(shell find $(WEB)/src -type f 2>/dev/null) $(WEB)/package.json $(WEB)/package-lock.json $(WEB)/index.html
	@echo "building the explorer"
	@$(BIN)/python $(WEB)/npm.py --prefix $(WEB) ci --no-audit --no-fund --loglevel=error
	@$(BIN)/python $(WEB)/npm.py --prefix $(WEB) run build --silent
	@touch $@
