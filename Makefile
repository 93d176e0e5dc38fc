# Everything that is done with this repository is a target here; `make help` lists them.
# A fresh machine needs git, make, Node 20 or later with npm, and Python 3. Node 24, PostgreSQL and all else come by `make install`.

# bash, not sh: with its default shell, make 3.81 (macOS) would look programs up on the PATH from before the next line.
SHELL := /bin/bash
# Node 24 and every tool are in here; they come before whatever the machine has.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
export REDOCLY_TELEMETRY := off

# Compares what npm noted in node_modules with the lock file: contents, not times, which git does not keep.
IS_INSTALLED := const packagesOf = (file) => JSON.parse(require("fs").readFileSync(file, "utf8")).packages; \
	const installed = packagesOf("node_modules/.package-lock.json"); \
	const fits = ([path, { version, optional, devOptional }]) => \
		path === "" || (path in installed ? installed[path].version === version : optional || devOptional); \
	process.exit(Object.entries(packagesOf("package-lock.json")).every(fits) ? 0 : 1)
VENV_LOCK := .venv/installed-requirements.txt

.DEFAULT_GOAL := help
.PHONY: help install venv redis run migrate generate validators scaffold check check-format check-code check-unused \
	check-spec check-generated contract release-contract changelog foreign format test test-one test-unit test-database test-api test-contract test-system test-security test-architecture \
	test-scale test-browser guides fuzz mock replay matrix gate bench-engine bench-smoke bench import operator clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  \033[1m%-18s\033[0m %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## Install what is missing (Node 24, PostgreSQL and all packages, by npm)
	@# A linked node_modules belongs to another checkout.
	@if [ ! -L node_modules ] && ! node -e '$(IS_INSTALLED)' 2> /dev/null; then \
		command -v npm > /dev/null || { echo 'npm is missing: install Node 20 or later, which brings it' >&2; exit 1; }; \
		echo 'installing packages'; \
		npm ci --loglevel=error || { echo 'once more, in case it was the network'; npm ci --loglevel=error; }; \
	fi
	@# Not every platform has a Node 24 in the registry; there the one on the PATH must do.
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 24 || (a === 24 && b >= 18) ? 0 : 1)' \
		|| { echo "Node $$(node --version) is too old, and npm has no Node 24 for $$(uname -sm): install Node 24.18 or later" >&2; exit 1; }

venv: ## Install Schemathesis into .venv
	@if ! cmp -s tests/fuzz/requirements.txt $(VENV_LOCK); then \
		echo 'installing Schemathesis into .venv'; \
		rm -rf .venv; \
		python3 -m venv .venv > /dev/null 2>&1 || python3 -m venv --without-pip --clear .venv || exit 1; \
		if [ -x .venv/bin/pip ]; then pip='.venv/bin/python -m pip'; else pip='python3 -m pip --python .venv/bin/python'; fi; \
		install="$$pip install --quiet --disable-pip-version-check --retries 5 --requirement tests/fuzz/requirements.txt"; \
		$$install || { echo 'once more, in case it was the network'; $$install; } \
			|| { echo 'pip cannot install Schemathesis; on Debian and Ubuntu, install python3-venv' >&2; exit 1; }; \
		cp tests/fuzz/requirements.txt $(VENV_LOCK); \
	fi

redis: ## Install redis-server, which some tests need, where it is missing
	@command -v redis-server > /dev/null || { \
		echo 'installing redis-server'; \
		{ case "$$(uname -s):$$(id -u)" in \
			Darwin:*) brew install --quiet redis ;; \
			*:0) apt-get update -qq && apt-get install -y -qq redis-server ;; \
			*) sudo -n apt-get update -qq && sudo -n apt-get install -y -qq redis-server ;; \
		esac; } > /dev/null 2>&1; \
		command -v redis-server > /dev/null || echo 'redis-server cannot be installed: the tests that need it will fail; install it by hand' >&2; \
	}

run: install validators ## Start Architect on port 8080 (PORT=...), with its database
	@exec node src/main.ts serve

migrate: install ## Bring the database up to the migrations
	@node src/main.ts migrate

generate: install ## Generate generated/, docs/openapi.yaml and docs/UPGRADE_GUIDE.md from openapi/, and lint openapi/
	@node src/documents/generate/main.ts
	@mkdir -p .cache; redocly lint > .cache/lint.txt 2>&1 || { cat .cache/lint.txt >&2; exit 1; }

validators: install
	@node src/documents/generate/main.ts --validators-if-stale

scaffold: install ## Write the typed stub of an operation: OP=snoozeTask
	@[ -n '$(OP)' ] || { echo 'name the operation: make scaffold OP=snoozeTask' >&2; exit 2; }
	@node src/documents/generate/scaffold.ts '$(OP)'

check: install validators ## Check format, lint, types, unused code, the spec and generated/
	@$(MAKE) --no-print-directory --keep-going -j2 check-code check-format check-unused check-spec check-generated

check-format:
	@prettier --check --log-level warn .

check-code:
	@node tests/support/check/main.ts

check-unused:
	@knip

check-spec:
	@redocly lint

check-generated:
	@node src/documents/generate/main.ts --check
	@node src/documents/changelog/main.ts --check

contract: install ## Report breaking changes since the last release of the contract, or since a commit (SINCE=main)
	@node src/documents/compare/main.ts $(if $(SINCE),--since '$(SINCE)')

release-contract: install ## Record the contract as released, if nothing breaks and info.version matches the changes
	@node src/documents/compare/main.ts --release
	@node src/documents/changelog/main.ts

changelog: install ## Write CHANGELOG.md from the releases of the contract and the commits
	@node src/documents/changelog/main.ts

format: install ## Let Prettier and ESLint correct what they can
	@prettier --write --log-level warn .
	@eslint --fix .

test: install venv redis validators ## Run everything: check, all tests, Prism, gate, browser, Schemathesis with a fixed seed
	@node tests/run.ts

test-one: install validators ## Run one spec file, or some: SPEC=tests/api/tasks/createTask.spec.ts [GREP='409']
	@[ -n '$(SPEC)' ] || { echo 'say which: make test-one SPEC=tests/api/tasks/createTask.spec.ts' >&2; exit 2; }
	@mocha '$(SPEC)' $(if $(GREP),--grep '$(GREP)')

test-unit: install validators ## Test parts by themselves
	@node tests/run.ts unit

test-database: install validators ## Test what works on rows, and the SQL of it
	@node tests/run.ts database

test-api: install validators ## Test every operation over HTTP
	@node tests/run.ts api

test-contract: install validators ## Test what holds for all operations
	@node tests/run.ts contract

test-system: install redis validators ## Test real processes: workflows, crashes, restarts
	@node tests/run.ts system

test-security: install validators ## Test who may not do what
	@node tests/run.ts security

test-architecture: install validators ## Test who may import whom
	@node tests/run.ts architecture

foreign: install ## Adopt public OpenAPI documents: generate, start, route and validate every operation
	@node tests/run.ts foreign

test-scale: install validators ## Read every list of 200,000 tasks: time and plan of the first and the 1,000th page
	@node tests/run.ts scale

test-browser: install validators ## Open the documentation pages in Chromium
	@node tests/run.ts browser

guides: install validators ## Walk through docs/guides on a server of its own, and compare its responses
	@node tests/run.ts guides

fuzz: install venv validators ## Fuzz every operation with Schemathesis for nine minutes (SECONDS=...), or some (OP=logIn,logOut); SEED=...
	@node tests/fuzz/run.ts --full $(if $(OP),--only '$(OP)') $(if $(SEED),--seed '$(SEED)') $(if $(SECONDS),--seconds '$(SECONDS)')

mock: install ## Serve mocks of the documents by Prism: v1 on port 4010, v2 on 4011 (V1_PORT=..., V2_PORT=...)
	@V1_PORT='$(V1_PORT)' V2_PORT='$(V2_PORT)' node tests/mock/serve.ts

replay: install validators ## Ask Prism and the server for every named example, and for every refusal of the suite
	@node tests/run.ts mock replay

matrix: install redis validators ## Print which operation answered which status and code, and fail where the contract says otherwise
	@node tests/run.ts matrix

gate: install redis validators ## Validate every recorded exchange with express-openapi-validator
	@node tests/run.ts gate exchanges

bench-engine: install validators ## Measure the contract engine against bare Koa and its peers
	@node tests/performance/run.ts engine

bench-smoke: install validators ## Measure the hot operations for half a minute each (SECONDS=...) against the last run
	@node tests/performance/run.ts smoke --seconds $(or $(SECONDS),30)

bench: bench-engine bench-smoke ## Measure everything that has a benchmark

import: install ## Import a GitHub archive, CSV or NDJSON into the running server: FILE=... [PROJECT=KEY] [CHARSET=NAME]
	@[ -n '$(FILE)' ] || { echo 'say which file: make import FILE=archive.json [PROJECT=KEY] [CHARSET=NAME]; or .csv, .ndjson' >&2; exit 2; }
	@node src/main.ts import '$(FILE)' $(if $(PROJECT),--project '$(PROJECT)') $(if $(CHARSET),--charset '$(CHARSET)')

operator: install ## Let a user run the installation: EMAIL=... [REVOKE=1]
	@[ -n '$(EMAIL)' ] || { echo 'say who: make operator EMAIL=ada@example.com [REVOKE=1]' >&2; exit 2; }
	@node src/main.ts operator '$(EMAIL)' $(if $(REVOKE),--revoke)

clean: ## Remove what can be made again (not .data, which has your data)
	rm -rf coverage .cache .venv generated/validators.cjs
