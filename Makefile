# Evenhand: `make run` to try it, `make test` for everything that is checked, `make serve` for production.
# Paths are relative throughout, so the folder may have a space in its name.

.DEFAULT_GOAL := help
.PHONY: help run serve test check lint bench screenshots clean runtime tools
PY := .venv/bin/python
# One more than there are processors, since a test often waits for a browser; whoever is done takes over from the rest.
WORKERS := -n $$(($$(getconf _NPROCESSORS_ONLN) + 1)) --dist worksteal

help:
	@echo "make run          start the demonstration on http://127.0.0.1:8000 (PORT=8001 for another port)"
	@echo "make test         check everything: rules, pages, letters, both databases, a real browser"
	@echo "make serve        the production start; needs EVENHAND_SECRET_KEY, see README.md"
	@echo "make check        in half a minute: the quick checks, and the tests of what you changed"
	@echo "make lint         the quick checks of code and templates alone"
	@echo "make bench        compare the speed of pages with a bare minimum, on this machine"
	@echo "make screenshots  take the README's pictures again"
	@echo "make clean        remove the virtual environment and what tools left behind; data in instance/ stays"

run: runtime
	@$(PY) serve.py demonstration

serve: runtime
	@$(PY) serve.py production

test: tools
	@$(PY) -m tests.chromium --install || [ -z "$$CI" ]
	@lint=0; $(MAKE) --no-print-directory checks || lint=1; $(PY) -m pytest $(WORKERS) --durations=10 $(ARGS) && [ $$lint = 0 ]

check: lint
	@$(PY) -m pytest -q $(WORKERS) $(ARGS) $$($(PY) scripts/changed.py)

lint: tools checks

.PHONY: checks
checks:
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(dir $(PY))lint-imports --no-logo --no-cache
	@$(PY) -m djlint --lint --quiet templates

bench: runtime
	@$(PY) -m bench

screenshots: tools
	@$(PY) scripts/screenshots.py

clean:
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis htmlcov .coverage mutants test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

runtime:
	@sh scripts/environment.sh requirements.txt

tools:
	@sh scripts/environment.sh requirements-dev.txt
