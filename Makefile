# `make check` shows what factlint finds in seeds/; `make test` runs all tests. Both set up .venv on their own:
# nothing is needed but Python 3.11 or newer and make. PYTHON=/path/to/python chooses the interpreter.

BIN := .venv/bin
ARGS ?=

.PHONY: help check test coverage mutants lint format wheel readme docs lock fuzz clean setup-run setup-dev

help:
	@echo "make check   cross-check the texts in seeds/"
	@echo "make test    run all tests (ARGS='-k name' for some)"
	@echo "make coverage  run all tests and tell which branches none of them takes"
	@echo "make mutants spoil intervals, periods and two checks, and tell what no test notices"
	@echo "make lint    ruff, mypy and the order of imports"
	@echo "make format  let ruff format the code"
	@echo "make wheel   build a wheel into dist/"
	@echo "make docs    build the documentation as a site, into build/site"
	@echo "make readme  make anew what the docs hold of the program: outputs, rules, the picture"
	@echo "make lock    write .ci/dev.lock anew, after a change of dependencies"
	@echo "make fuzz    put 20,000 inputs to each stage (ARGS='grammar --runs 2000000' for one)"
	@echo "make clean   remove what was built"

check: setup-run
	@$(BIN)/factlint check seeds/ --exit-zero
	@echo
	@echo "This ran: factlint check seeds/ --exit-zero. Without --exit-zero the exit status is 1 where there are findings."

test: setup-dev
	$(BIN)/python -m pytest -n auto $(ARGS)

coverage: setup-dev
	mkdir -p build/coverage
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest -n auto -m 'not bare' $(ARGS)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

lint: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix-only .

wheel: setup-dev
	$(BIN)/python -m build --wheel --no-isolation

readme: setup-dev
	$(BIN)/python docs/refresh.py

docs: setup-dev
	PYTHONPATH=. NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet --config-file docs/tools/mkdocs.yml

mutants: setup-dev
	$(BIN)/python benchmarks/mutants.py $(ARGS)

lock: setup-dev
	$(BIN)/python -m pip install --quiet uv
	echo "# What the tests and linters run with, each file by its hash. Written by: make lock" >.ci/dev.lock
	$(BIN)/python -m uv pip compile pyproject.toml --quiet --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header >>.ci/dev.lock

fuzz: setup-dev
	$(BIN)/python -m tests.fuzz $(if $(ARGS),$(ARGS),$$($(BIN)/python -m tests.fuzz) --plain)

clean:
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup-run:
	@PYTHON="$(PYTHON)" sh .ci/setup run

setup-dev:
	@PYTHON="$(PYTHON)" sh .ci/setup dev
