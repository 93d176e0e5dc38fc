# Every task of this repository is a target here; `make help` lists them.
# A fresh machine needs git, make, Node 20 or later with npm, and Python 3. `make install` brings Node 24, PostgreSQL and the rest.

# bash, not sh: with its default shell, make 3.81 (macOS) searches programs on the PATH as it was before the next line.
SHELL := /bin/bash
# Node 24 and the tools are in node_modules; they take precedence over those of the machine.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
export REDOCLY_TELEMETRY := off

# Compares npm's record in node_modules with the lock file, by content, because git does not keep file times.
IS_INSTALLED := const packagesOf = (file) => JSON.parse(require("fs").readFileSync(file, "utf8")).packages; \
	const installed = packagesOf("node_modules/.package-lock.json"); \
	const fits = ([path, { version, optional, devOptional }]) => \
		path === "" || (path in installed ? installed[path].version === version : optional || devOptional); \
	process.exit(Object.entries(packagesOf("package-lock.json")).every(fits) ? 0 : 1)

# $(1) what is installed, $(2) the folder of the virtual environment, $(3) the file of requirements
define install-python
	@if ! cmp -s $(3) $(2)/installed-requirements.txt; then \
		echo 'installing $(1) into $(2)'; \
		rm -rf $(2); \
		python3 -m venv $(2) > /dev/null 2>&1 || python3 -m venv --without-pip --clear $(2) || exit 1; \
		if [ -x $(2)/bin/pip ]; then pip='$(2)/bin/python -m pip'; else pip='python3 -m pip --python $(2)/bin/python'; fi; \
		install="$$pip install --quiet --disable-pip-version-check --retries 5 --requirement $(3)"; \
		$$install || { echo 'pip install failed; trying once more'; $$install; } \
			|| { echo 'pip cannot install $(1); on Debian and Ubuntu, install python3-venv' >&2; exit 1; }; \
		cp $(3) $(2)/installed-requirements.txt; \
	fi
endef

.DEFAULT_GOAL := help
.PHONY: help install venv deploy-tools security-tools redis production-tools bench-tools run migrate generate validators scaffold client check check-format check-code check-unused \
	check-spec check-generated security contract release-contract release-files changelog foreign format test test-one test-unit test-database test-api test-contract test-system test-security test-architecture \
	test-scale test-client test-browser prod-check test-deploy test-production test-all sdk-matrix guides fuzz mock replay matrix gate bench-engine bench-events bench-errors bench-smoke bench-soak bench-tuning bench-overload bench import operator clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  \033[1m%-18s\033[0m %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## Install missing packages with npm, including Node 24 and PostgreSQL
	@# A linked node_modules belongs to another checkout and is left alone.
	@if [ ! -L node_modules ] && ! node -e '$(IS_INSTALLED)' 2> /dev/null; then \
		command -v npm > /dev/null || { echo 'npm is missing: install Node 20 or later, which brings it' >&2; exit 1; }; \
		echo 'installing packages'; \
		npm ci --loglevel=error || { echo 'npm ci failed; trying once more'; npm ci --loglevel=error; }; \
	fi
	@# The registry does not have Node 24 for every platform; elsewhere the Node on the PATH is used.
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 24 || (a === 24 && b >= 18) ? 0 : 1)' \
		|| { echo "Node $$(node --version) is too old, and npm has no Node 24 for $$(uname -sm): install Node 24.18 or later" >&2; exit 1; }

venv: ## Install Schemathesis into .venv
	$(call install-python,Schemathesis,.venv,tests/fuzz/requirements.txt)

deploy-tools: ## Install the validators of deployment files into .cache/deploy-tools
	$(call install-python,the validators of deployment files,.cache/deploy-tools,tests/deploy/requirements.txt)

security-tools: ## Install Semgrep, zizmor, the validator of CycloneDX and, where Go is there, actionlint into .cache/security
	$(call install-python,the tools of `make security`,.cache/security,tests/audit/requirements.txt)
	@[ -x .cache/security/bin/actionlint ] || ! command -v go > /dev/null || { \
		echo 'installing actionlint into .cache/security'; \
		GOBIN='$(CURDIR)/.cache/security/bin' GOFLAGS= GOTOOLCHAIN=local go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12; \
	}

redis: ## Install redis-server if it is missing (some tests need it)
	@command -v redis-server > /dev/null || { \
		echo 'installing redis-server'; \
		{ case "$$(uname -s):$$(id -u)" in \
			Darwin:*) brew install --quiet redis ;; \
			*:0) apt-get update -qq && apt-get install -y -qq redis-server ;; \
			*) sudo -n apt-get update -qq && sudo -n apt-get install -y -qq redis-server ;; \
		esac; } > /dev/null 2>&1; \
		command -v redis-server > /dev/null || echo 'redis-server cannot be installed: the tests that need it will fail; install it by hand' >&2; \
	}

production-tools: redis ## Install the Debian packages that `make test-production` needs, without starting their services
	@missing=; for file in /usr/lib/postgresql/*/bin/postgres /usr/bin/prometheus /usr/sbin/nginx /usr/bin/caddy /usr/sbin/pgbouncer /usr/bin/gpg; do [ -x "$$file" ] || missing=1; done; \
	if [ -n "$$missing" ]; then \
		echo 'installing postgresql, prometheus, nginx, caddy, pgbouncer and gnupg'; \
		as_root=; [ "$$(id -u)" -eq 0 ] || as_root='sudo -n'; \
		$$as_root apt-get update -qq && printf '#!/bin/sh\nexit 101\n' | $$as_root tee /usr/sbin/policy-rc.d > /dev/null && $$as_root chmod 755 /usr/sbin/policy-rc.d; \
		$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql prometheus nginx-light caddy pgbouncer gnupg > /dev/null; code=$$?; \
		$$as_root rm -f /usr/sbin/policy-rc.d; exit $$code; \
	fi

bench-tools: ## Install what `make bench` uses: wrk (from Debian, Ubuntu or Homebrew), and Platformatic DB into .cache/bench-peers
	@command -v wrk > /dev/null || { \
		echo 'installing wrk'; \
		{ case "$$(uname -s):$$(id -u)" in \
			Darwin:*) brew install --quiet wrk ;; \
			*:0) apt-get update -qq && apt-get install -y -qq --no-install-recommends wrk ;; \
			*) sudo -n apt-get update -qq && sudo -n apt-get install -y -qq --no-install-recommends wrk ;; \
		esac; } > /dev/null 2>&1; \
		command -v wrk > /dev/null || { echo 'wrk cannot be installed: install it by hand' >&2; exit 1; }; \
	}
	@if ! cmp -s tests/performance/whole/peers/platformatic/package-lock.json .cache/bench-peers/installed.json; then \
		echo 'installing Platformatic DB into .cache/bench-peers'; \
		mkdir -p .cache/bench-peers && cp .npmrc tests/performance/whole/peers/platformatic/package*.json .cache/bench-peers && \
		(cd .cache/bench-peers && npm ci --loglevel=error && cp package-lock.json installed.json) || exit 1; \
	fi

run: install validators ## Start Architect and its database on port 8080 (PORT=...)
	@exec node src/main.ts serve

migrate: install ## Apply pending migrations to the database
	@node src/main.ts migrate

generate: install ## Generate generated/, docs/openapi.yaml and docs/UPGRADE_GUIDE.md from openapi/, and lint openapi/
	@node src/documents/generate/main.ts
	@mkdir -p .cache; redocly lint > .cache/lint.txt 2>&1 || { cat .cache/lint.txt >&2; exit 1; }

validators: install
	@node src/documents/generate/main.ts --validators-if-stale

scaffold: install ## Write the typed stub of an operation: OP=snoozeTask
	@[ -n '$(OP)' ] || { echo 'OP is missing: make scaffold OP=snoozeTask' >&2; exit 2; }
	@node src/documents/generate/scaffold.ts '$(OP)'

client: install ## Pack the TypeScript client into .data/client (an npm package)
	@node src/documents/pack-client/main.ts

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
	@node src/documents/release/migrations/main.ts --check

security: install security-tools ## Search code, workflows and files for faults and secrets, write the SBOM, ask for vulnerabilities: ONLY=code,secrets,workflows,bill,packages [STRICT=1]
	@node tests/audit/run.ts $(if $(ONLY),--only '$(ONLY)') $(if $(STRICT),--strict)

contract: install ## Report breaking changes since the last release of the contract, or since SINCE=main (ALL=1); whom they break: SERVER=... KEY=...
	@$(if $(KEY),ARCHITECT_API_KEY='$(KEY)') node src/documents/compare/main.ts $(if $(SINCE),--since '$(SINCE)') $(if $(ALL),--all) $(if $(SERVER),--usage '$(SERVER)')

release-contract: install ## Record the contract and the migrations as released, if nothing breaks and info.version matches the changes
	@node src/documents/compare/main.ts --release
	@node src/documents/release/migrations/main.ts
	@node src/documents/generate/main.ts
	@node src/documents/changelog/main.ts

release-files: install security-tools ## Write the files of the recorded release into .data/release: documents, client, gate, SBOM, checksums, notes
	@node tests/audit/run.ts --only bill
	@node src/documents/release/main.ts .cache/sbom/architect.cdx.json

changelog: install ## Generate CHANGELOG.md from the releases of the contract and the commits
	@node src/documents/changelog/main.ts

format: install ## Format with Prettier and apply the fixes of ESLint
	@prettier --write --log-level warn .
	@eslint --fix .

test: install venv redis validators ## Run all checks and tests, including Prism, the gate, the browser and Schemathesis
	@node tests/run.ts

test-one: install validators ## Run one or more spec files: SPEC=tests/api/tasks/createTask.spec.ts [GREP='409']
	@[ -n '$(SPEC)' ] || { echo 'SPEC is missing: make test-one SPEC=tests/api/tasks/createTask.spec.ts' >&2; exit 2; }
	@mocha '$(SPEC)' $(if $(GREP),--grep '$(GREP)')

test-unit: install validators ## Run the unit tests, which need no database
	@node tests/run.ts unit

test-database: install validators ## Run the tests of repositories and SQL against PostgreSQL
	@node tests/run.ts database

test-api: install validators ## Test each operation over HTTP
	@node tests/run.ts api

test-contract: install validators ## Test the rules that hold for all operations
	@node tests/run.ts contract

test-system: install redis validators ## Test server processes: workflows, crashes, restarts
	@node tests/run.ts system

test-security: install validators ## Test access control and protection against attacks
	@node tests/run.ts security

test-architecture: install validators ## Test the rules for the source: imports, sizes, names, SQL
	@node tests/run.ts architecture

foreign: install ## Adopt public OpenAPI documents: generate, start, route and validate every operation
	@node tests/run.ts foreign

test-scale: install validators ## Measure the first and the 1,000th page of every list with 200,000 tasks
	@node tests/run.ts scale

test-client: install validators ## Test the TypeScript client: against a server, as a package, in Chromium
	@node tests/run.ts client

test-browser: install validators ## Test the documentation pages in Chromium
	@node tests/run.ts browser

guides: install venv validators ## Run the commands of docs/guides, docs/FUZZING.md and the contract's chapters, and compare the responses
	@node tests/run.ts guides

sdk-matrix: install validators ## Generate, compile and run a client with every generator (GENERATOR=orval), for docs/SDKS.md
	@node tests/sdk/run.ts $(GENERATOR)

prod-check: install deploy-tools production-tools ## Validate every manifest, dashboard, rule, workflow and document command, and print what was done
	@node tests/deploy/run.ts

test-deploy: install ## Compare the files of deploy/ with the settings, the contract and each other
	@node tests/run.ts deploy

test-production: install validators production-tools security-tools ## Rehearse operation with PostgreSQL, Prometheus, nginx and PgBouncer of the operating system
	@node tests/run.ts production

test-all: install ## Run `make test` and `make test-production`, then the generators and code samples that need Java, Go or Rust
	@failed=0; $(MAKE) --no-print-directory test || failed=1; $(MAKE) --no-print-directory test-production || failed=1; node tests/sdk/run.ts --slow || failed=1; mocha 'tests/sdk/**/*.spec.ts' || failed=1; exit $$failed

fuzz: install venv validators ## Fuzz all operations (OP=logIn,logOut) with Schemathesis for nine minutes (SECONDS=...); SEED=...
	@node tests/fuzz/run.ts --full $(if $(OP),--only '$(OP)') $(if $(SEED),--seed '$(SEED)') $(if $(SECONDS),--seconds '$(SECONDS)')

mock: install ## Serve mocks of the documents with Prism: v1 on port 4010, v2 on 4011 (V1_PORT=..., V2_PORT=...)
	@V1_PORT='$(V1_PORT)' V2_PORT='$(V2_PORT)' node tests/mock/serve.ts

replay: install validators ## Compare Prism and the server for every named example and every recorded error
	@node tests/run.ts mock replay

matrix: install redis validators ## Check that the tests reach every status and code of each operation
	@node tests/run.ts matrix

gate: install redis validators ## Validate every recorded exchange with express-openapi-validator
	@node tests/run.ts gate exchanges

bench-engine: install validators ## Benchmark the contract engine against bare Koa and similar frameworks; fail below a ratio: AT_LEAST=0.5
	@node tests/performance/run.ts engine $(if $(AT_LEAST),--at-least '$(AT_LEAST)')

bench-smoke: install validators ## Compare the speed of frequent operations, beside Fastify, with the recorded ratios in a minute (REQUESTS=... in a sample); RECORD=1 records them
	@node tests/performance/run.ts smoke --requests $(or $(REQUESTS),1500) $(if $(RECORD),--record)

bench-events: install validators ## Measure how fast two processes take events in batches of 500 (BATCHES=...), and lists, figures and analytics with 5,000,000 stored (STORED=...)
	@node tests/performance/run.ts events --batches $(or $(BATCHES),400) --stored $(or $(STORED),5000000)

bench-errors: install validators ## Measure how fast one process takes errors of Sentry SDKs, all of one error and of a thousand (REPORTS=...)
	@node tests/performance/run.ts errors --reports $(or $(REPORTS),5000)

bench-soak: install validators ## Send a million requests (REQUESTS=...): memory must stay flat, connections must come back, nothing may fail
	@node tests/performance/run.ts soak --requests $(or $(REQUESTS),1000000)
bench-overload: install validators ## Measure a server with three times the load that it can serve (SECONDS=...)
	@node tests/performance/run.ts overload --seconds $(or $(SECONDS),3)

bench-tuning: install validators bench-tools ## Measure what settings of docs/PERFORMANCE_TUNING.md change in speed (ROUNDS=...)
	@node tests/performance/run.ts tuning --rounds $(or $(ROUNDS),5)

bench: install validators bench-tools ## Benchmark the whole server beside its peers: CASES=getTask,mix SUBJECTS=architect,bare ROUNDS=5 SECONDS=3
	@node tests/performance/run.ts whole --cases '$(CASES)' --subjects '$(SUBJECTS)' --rounds $(or $(ROUNDS),5) --seconds $(or $(SECONDS),3)

import: install ## Import a GitHub archive, CSV or NDJSON into the running server: FILE=... [PROJECT=KEY] [CHARSET=NAME]
	@[ -n '$(FILE)' ] || { echo 'FILE (.json, .csv or .ndjson) is missing: make import FILE=archive.json [PROJECT=KEY] [CHARSET=NAME]' >&2; exit 2; }
	@node src/main.ts import '$(FILE)' $(if $(PROJECT),--project '$(PROJECT)') $(if $(CHARSET),--charset '$(CHARSET)')

operator: install ## Grant a user the operator role, or revoke it: EMAIL=... [REVOKE=1]
	@[ -n '$(EMAIL)' ] || { echo 'EMAIL is missing: make operator EMAIL=ada@example.com [REVOKE=1]' >&2; exit 2; }
	@node src/main.ts operator '$(EMAIL)' $(if $(REVOKE),--revoke)

clean: ## Remove caches, coverage and generated validators (not .data, which contains your data)
	rm -rf coverage .cache .venv generated/validators.cjs
