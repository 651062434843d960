# Evenhand: `make run` to try it, `make test` for everything that is checked, `make serve` for production.
# Paths are relative throughout, so the folder may have a space in its name.

.DEFAULT_GOAL := help
.PHONY: help run serve test check lint bench screenshots pins clean runtime demonstration tools
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
	@echo "make pins         write the exact versions of the packages anew; ARGS=--upgrade for the newest"
	@echo "make clean        remove the virtual environment and what tools left behind; data in instance/ stays"

run: demonstration
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
	@$(PY) -m ruff format --check --quiet .
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo --no-cache
	@$(PY) -m deptry .
	@$(PY) scripts/unused.py
	@$(PY) -m djlint --lint --quiet templates

bench: demonstration
	@$(PY) -m bench

screenshots: tools
	@$(PY) scripts/screenshots.py

# django-htmx asks for Django, but only the copy of htmx it carries is used.
pins: tools
	@for list in requirements requirements-demo requirements-dev; do \
		UV_CUSTOM_COMPILE_COMMAND="make pins" .venv/bin/uv pip compile --quiet --no-annotate --python-version 3.11 \
			--no-emit-package django --no-emit-package asgiref --no-emit-package sqlparse \
			$${last:+--constraint $$last} $(ARGS) --output-file $$list.txt $$list.in || exit 1; last=$$list.txt; done

clean:
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis htmlcov .coverage mutants test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

runtime:
	@sh scripts/environment.sh requirements.txt

demonstration:
	@sh scripts/environment.sh requirements-demo.txt

tools:
	@sh scripts/environment.sh requirements-dev.txt
