# The verbs of this project. `make demo` and `make test` are all a newcomer needs.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv

.PHONY: help demo test check check-static format serve bench system clean
help:
	@echo "make demo    install, solve the sample event, print every document into demo-output/"
	@echo "make test    install and run every test"
	@echo "make check   formatting, lint, types, import contracts, tests"
	@echo "make serve   the web application with the sample event, on this machine only"
	@echo "make bench   measure quality and speed; results in benchmarks/results/"
	@echo "make format  put the code into the house style"
	@echo "make clean   remove what the other verbs made"

demo: .stamps/runtime
	$(BIN)/matchmaker demo demo-output

test: .stamps/dev system
	$(BIN)/python -m pytest --numprocesses auto --quiet

check: check-static test

check-static: .stamps/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .stamps/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

serve: .stamps/runtime
	$(BIN)/matchmaker serve --demo

bench: .stamps/dev
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.b2b
	$(BIN)/python -m benchmarks.joint
	$(BIN)/python -m benchmarks.languages
	$(BIN)/python -m benchmarks.scaling
	$(BIN)/python -m benchmarks.anytime
	$(BIN)/python -m benchmarks.documents
	$(BIN)/python -m benchmarks.grid
	$(BIN)/python -m benchmarks.agenda_readers
	$(BIN)/python -m benchmarks.web_pages
	$(BIN)/python -m benchmarks.web_load

# What tests need beside Python: poppler to draw pages, Chromium to open ours. Only ever tries;
# tests that miss something are skipped and say so.
system:
	@sh tests/install-system-packages.sh

$(UV):
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt

.stamps/runtime: requirements/runtime.txt pyproject.toml | $(UV)
	$(UV) pip install --quiet --require-hashes -r requirements/runtime.txt
	$(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m solver.compile
	@mkdir -p .stamps && touch $@

.stamps/dev: requirements/dev.txt pyproject.toml | $(UV)
	$(UV) pip install --quiet --require-hashes -r requirements/dev.txt
	$(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m solver.compile
	@mkdir -p .stamps && touch $@

clean:
	rm -rf .venv .stamps .pytest_cache .mypy_cache .ruff_cache .hypothesis demo-output build dist
