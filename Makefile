# Every target works as the first command in a fresh clone: it makes .venv and installs what it needs.

.DEFAULT_GOAL := help
SHELL := /bin/bash
BIN := .venv/bin
PYTHON_RUN := $(BIN)/python

# The sample collection, and where its books land.
COLLECTION ?= sources/fic2book.toml
DIST ?= dist
# Test processes, and further arguments for pytest: make test TESTS="tests/readers -k wrapped"
JOBS ?= 2
TESTS ?= tests
# Seconds of fuzzing.
SECONDS_OF_FUZZING ?= 60

.PHONY: help
help: ## what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ---------------------------------------------------------------- set-up, remembered by stamps

SETUP := scripts/setup.sh pyproject.toml

.venv/.book: $(SETUP)
	scripts/setup.sh book

.venv/.test: $(SETUP)
	scripts/setup.sh test

.venv/.bench: $(SETUP)
	scripts/setup.sh bench

.PHONY: bench-tools
bench-tools: .venv/.bench ## install the peers that benchmarks run against

# ---------------------------------------------------------------- books

.PHONY: book
book: .venv/.book ## build the sample collection into dist/
	$(BIN)/fic2book build $(COLLECTION) -o $(DIST)

# ---------------------------------------------------------------- judging

.PHONY: test
test: .venv/.test ## run every test
	$(BIN)/pytest -n $(JOBS) --dist worksteal -q -rs $(TESTS)

.PHONY: quick
quick: .venv/.test ## run the tests that take no seconds
	$(BIN)/pytest -q -rs -m "not slow" $(TESTS)

.PHONY: lint
lint: .venv/.test ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.PHONY: fuzz
fuzz: .venv/.test ## feed readers and cleaner with damaged stories for a minute
	$(PYTHON_RUN) -m benchmarks.fuzz -max_total_time=$(SECONDS_OF_FUZZING)

.PHONY: kills
kills: .venv/.test ## kill a hundred builds at random instants and look at what is left
	$(BIN)/pytest -q -rs tests/collection/test_crashes.py -k killed --kills=100
	$(BIN)/pytest -q -rs tests/collection/test_crashes.py -k every_kill --kills=100

# ---------------------------------------------------------------- measuring, always beside a peer in the same run

.PHONY: bench
bench: bench-structure bench-wild bench-speed bench-print bench-batch ## run every benchmark

.PHONY: bench-structure
bench-structure: .venv/.bench ## what is found in stories of known structure
	$(PYTHON_RUN) -m benchmarks.structure.score $(ARGS)

.PHONY: bench-wild
bench-wild: .venv/.test ## what is found in texts in the form of saved pages
	$(PYTHON_RUN) -m benchmarks.wild.score $(ARGS)

.PHONY: bench-speed
bench-speed: .venv/.bench ## words a second, from text to EPUB
	$(PYTHON_RUN) -m benchmarks.speed $(ARGS)

.PHONY: bench-print
bench-print: .venv/.bench ## a novel and an anthology in print
	$(PYTHON_RUN) -m benchmarks.print $(ARGS)

.PHONY: bench-batch
bench-batch: .venv/.bench ## thousands of books
	$(PYTHON_RUN) -m benchmarks.batch $(ARGS)

.PHONY: scale
scale: .venv/.test ## time and memory against length: they must grow no faster than the text
	$(PYTHON_RUN) -m benchmarks.scale $(ARGS)

# ---------------------------------------------------------------- leaving

.PHONY: clean
clean: ## remove what make made, but not the books
	rm -rf .venv .cache .hypothesis build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
