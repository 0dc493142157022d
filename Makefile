# `make demo` and `make test` do all the set-up themselves. `make help` lists the rest.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
KAFKA_VERSION := 4.1.1
KAFKA_LIBS := .cache/kafka-$(KAFKA_VERSION)
STAMP := $(VENV)/.installed
DATA ?= ../shared/data
SCORE ?= ../shared/score
SETUP_INPUTS := requirements/worker.txt requirements/dev.txt pyproject.toml

help: ## what there is to make
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(STAMP) $(KAFKA_LIBS)/.fetched ## the virtual environment and Apache Kafka's jars

$(STAMP): $(SETUP_INPUTS)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/worker.txt -r requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(KAFKA_LIBS)/.fetched: localkafka/pom.xml
	mvn -q -B -f localkafka/pom.xml -Dkafka.version=$(KAFKA_VERSION) dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=$(CURDIR)/$(KAFKA_LIBS)"
	touch $@

demo: setup ## a real broker, 300 sample pages, the worker, what it makes of them; ends by itself
	$(BIN)/python -m demo

check: $(STAMP) ## ruff, mypy --strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: setup check ## everything that must hold, on a real broker
	$(BIN)/pytest -m "not compose"

test-compose: $(STAMP) ## docker-compose.yml in real containers; needs a Docker Engine
	$(BIN)/pytest -m compose tests/compose

bench: setup ## articles a second end to end, against the language model alone
	$(BIN)/python -m bench.throughput

training: $(STAMP) ## what training/, gazetteer/ and bench.cleaning need beyond the worker
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/training.txt

quality: $(STAMP) ## score every gold set, write the tables of docs/QUALITY.md
	$(BIN)/python -m bench.quality $(DATA) $(SCORE)

lock: ## the pinned requirements, anew
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-header --no-annotate -o requirements/worker.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-header --no-annotate -o requirements/dev.txt requirements/dev.in
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-header --no-annotate -o requirements/training.txt requirements/training.in

clean: ## all that was made, but not the cache of downloads
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

.PHONY: help setup demo check test test-compose bench training quality lock clean
