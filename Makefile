# Each target does its own set-up: Python's packages live in .venv/, the browser's in node_modules/.
# `make help` lists the targets.

PYTHON_BIN := .venv/bin/python
PIP := $(PYTHON_BIN) -m pip install --quiet --disable-pip-version-check
NPM := tools/node.sh npm
# A process of pytest for each core. Each begins with its share of the files, in order: what a file sets up is set up once,
# and TensorFlow is needed by one; who is ready first takes over from the others.
WORKERS := logical
PYTEST := $(PYTHON_BIN) -m pytest --numprocesses=$(WORKERS) --dist=worksteal
SITE_SOURCES := $(shell find web tools/vite -type f) vite.config.js package.json
REQUIREMENTS := requirements/constraints.txt

.DELETE_ON_ERROR:
.PHONY: help run check test test-browsers fuzz build package preview train export evaluate compare bench load sbom lint format clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 15

run: .venv/serve.stamp dist/sw.js ## serve the page at http://127.0.0.1:8000 (HOST and PORT change it)
	@$(PYTHON_BIN) server.py

check: lint ## a minute: style, types, and the tests that need neither TensorFlow nor a browser
	$(NPM) run --silent gates
	$(NPM) run --silent test
	$(PYTEST) --without-tensorflow tests/python

test: .venv/all.stamp lint ## run every check and test: Python, JavaScript and a real browser
	$(NPM) run --silent gates
	$(NPM) run --silent test
	$(PYTHON_BIN) -m tests.support.browser
	$(PYTEST) $(ARGS)

test-browsers: .venv/all.stamp node_modules/.package-lock.json ## walk the main paths in Firefox and WebKit too, which it installs where it may
	$(PYTHON_BIN) -m tests.support.browser
	$(PYTHON_BIN) -m tests.support.engines.start
	$(PYTHON_BIN) -m pytest --engines=chromium,firefox,webkit tests/e2e/engines $(ARGS)

fuzz: .venv/all.stamp node_modules/.package-lock.json ## try twenty times as many generated bad inputs as the tests do; ten minutes
	FUZZ=20 tools/node.sh npx vitest run tests/js/fuzz --reporter=default --reporter=tests/support/fuzz-reporter.js
	$(PYTHON_BIN) -m tests.support.browser
	FUZZ=20 $(PYTEST) -m fuzz

build: dist/sw.js ## build the site into dist/

package: node_modules/.package-lock.json ## make the npm package in package/: docs/embedding.md
	$(NPM) run --silent package

preview: dist/sw.js ## serve the built site below a path, http://127.0.0.1:4173/below/a/path/, as a plain host does
	$(NPM) exec vite preview -- --host 127.0.0.1 --base /below/a/path/

train: .venv/all.stamp ## train a network by the shipped one's recipe; hours (ARGS="train --help": another)
	$(PYTHON_BIN) -m training $(or $(ARGS),recipe)

export: .venv/all.stamp ## convert the trained network into web/model/
	$(PYTHON_BIN) export_model.py $(ARGS)

evaluate: .venv/all.stamp ## measure the trained network on the test sets
	$(PYTHON_BIN) -m training evaluate $(ARGS)

compare: .venv/all.stamp node_modules/.package-lock.json ## measure other methods beside ours (ARGS="--help"); an hour
	$(PYTHON_BIN) -m tests.support.browser
	$(PYTHON_BIN) -m bench.compare $(ARGS)

bench: .venv/all.stamp .venv/peers.stamp dist/sw.js ## measure the built site in a real browser (ARGS="--help" lists the measures)
	$(PYTHON_BIN) -m tests.support.browser
	$(PYTHON_BIN) -m bench $(ARGS)

load: .venv/all.stamp .venv/load.stamp dist/sw.js ## measure the server with 1,000 visitors at once, beside one that predicts (ARGS="--help")
	$(PYTHON_BIN) -m bench.load $(ARGS)

sbom: node_modules/.package-lock.json .venv/sbom.stamp ## list what the site and its server are made of in sbom/, as CycloneDX
	@tools/sbom.sh

lint: .venv/check.stamp node_modules/.package-lock.json ## check style and types, in Python and JavaScript
	$(PYTHON_BIN) -m ruff check
	$(PYTHON_BIN) -m ruff format --check
	$(PYTHON_BIN) -m mypy
	$(NPM) run --silent lint

format: .venv/test.stamp node_modules/.package-lock.json ## put every file into the project's style
	$(PYTHON_BIN) -m ruff check --fix
	$(PYTHON_BIN) -m ruff format
	$(NPM) run --silent format

clean: ## remove what was built or installed here; trained networks stay
	rm -rf dist dist.new package sbom .venv node_modules .pytest_cache .mypy_cache .ruff_cache

.venv/made.stamp:
	@tools/make-venv.sh
	@touch $@

.venv/serve.stamp: requirements/serve.txt $(REQUIREMENTS) | .venv/made.stamp
	@echo "Installing the server ..."
	@$(PIP) -r requirements/serve.txt
	@touch $@

.venv/test.stamp: requirements/serve.txt requirements/test.txt $(REQUIREMENTS) | .venv/made.stamp
	@echo "Installing what the tests need ..."
	@$(PIP) -r requirements/serve.txt -r requirements/test.txt
	@touch $@

.venv/check.stamp: requirements/serve.txt requirements/test.txt requirements/arrays.txt $(REQUIREMENTS) | .venv/made.stamp
	@echo "Installing what the tests without TensorFlow need ..."
	@$(PIP) -r requirements/serve.txt -r requirements/test.txt -r requirements/arrays.txt
	@touch $@

.venv/load.stamp: requirements/load.txt | .venv/made.stamp
	@echo "Installing Locust ..."
	@$(PYTHON_BIN) -m venv .venv/load
	@.venv/load/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

.venv/peers.stamp: requirements/peers.txt bench/peers/package-lock.json | .venv/made.stamp
	@echo "Installing what is measured beside ours ..."
	@$(PYTHON_BIN) -m venv .venv/peers
	@.venv/peers/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@cp bench/peers/package.json bench/peers/package-lock.json .venv/peers/
	@cd .venv/peers && $(CURDIR)/tools/node.sh npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

.venv/sbom.stamp: requirements/sbom.txt requirements/serve.txt $(REQUIREMENTS) | .venv/made.stamp
	@echo "Installing what lists packages, and the server by itself ..."
	@for each in sbom:sbom.txt server:serve.txt; do \
	  $(PYTHON_BIN) -m venv .venv/$${each%%:*} && \
	  .venv/$${each%%:*}/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/$${each##*:} || exit 1; \
	done
	@touch $@

.venv/all.stamp: requirements.txt $(wildcard requirements/*.txt) | .venv/made.stamp
	@echo "Installing every Python package, TensorFlow too (3 GB; some minutes the first time) ..."
	@$(PIP) -r requirements.txt
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json | .venv/made.stamp
	@echo "Installing the browser's packages ..."
	@$(NPM) ci --silent --no-audit --no-fund

# A folder of its own until it is whole: what serves dist/, or is made from it, never sees half a build.
dist/sw.js: $(SITE_SOURCES) node_modules/.package-lock.json
	@echo "Building the site ..."
	@$(NPM) run --silent build -- --outDir $(CURDIR)/dist.new --logLevel warn
	@rm -rf dist
	@mv dist.new dist
