# Every command of the house; the work itself is in scripts/ and tests/services/.
PYTHON ?= python3
ARGS ?=
VENV_PYTHON = .venv/bin/python
SERVICES = tests/services/services.sh
LOCK = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help run test check services services-stop bench pictures guide messages lock clean \
	python environment

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' Makefile

run: python ## Set everything up and serve on 127.0.0.1 (PORT=8000)
	@$(PYTHON) scripts/run.py

test: python ## Run every test on SQLite, and on PostgreSQL if it runs (ARGS="-k name")
	@$(PYTHON) scripts/test.py $(ARGS)

check: python ## Lint, types, import contracts, migrations, messages, deployment, templates
	@$(PYTHON) scripts/check.py

services: ## Install and start the real servers that the tests use
	@$(SERVICES) start

services-stop: ## Stop what "make services" started
	@$(SERVICES) stop

bench: environment services ## Measure pages, mentoring and search (ARGS=pages, …)
	@tests/services/install.sh wrk nginx-light
	@PYTHONPATH=. $(VENV_PYTHON) scripts/bench.py $(ARGS)

pictures: environment ## Take the pictures of the README again
	@tests/services/install.sh chromium fonts-dejavu-core
	@$(VENV_PYTHON) scripts/pictures.py $(ARGS)

guide: environment ## Take the pictures of the editors' guide again (ARGS=a built portal)
	@tests/services/install.sh chromium fonts-dejavu-core
	@$(VENV_PYTHON) scripts/guide_pictures.py $(ARGS)

messages: environment ## Collect the messages of code and templates into locale/
	@$(VENV_PYTHON) manage.py messages

lock: environment ## Pin the requirements again (ARGS=--upgrade for newer ones)
	@$(LOCK) $(ARGS) --output-file requirements/base.txt
	@$(LOCK) $(ARGS) --group dev --constraint requirements/base.txt --output-file requirements/dev.txt

clean: services-stop ## Remove .venv and var/, with the database and the uploads in it
	@rm -rf .venv var

environment: python
	@$(PYTHON) scripts/prepare.py

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Error: Python 3.11 or newer is needed, but $(PYTHON) is:" \
			"$$($(PYTHON) --version 2>&1 | head -n 1). Name another: make $(MAKECMDGOALS)" \
			"PYTHON=python3.11" >&2; exit 1; }
