# make demo   the main job on sample reports, from nothing, in a throw-away workspace
# make test   all tests
# make run    the service on this repository's own inbox/
# make check  format, lint, types, import contract
# make fuzz   hunts for inputs that break the reader, FUZZ_SECONDS long (an hour); finds lie in .fuzz/found
# make schemas  the JSON Schemas of the rule files, for editors
# make pictures  the README's pictures, from the demo
# make bench  speed beside a floor and a peer, the dashboard of 5,000 units      make accuracy  figures on the labelled corpus
# make public  reads the Word files of public source packages

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
FUZZ_SECONDS ?= 3600

.PHONY: schemas demo pictures run test check fuzz bench accuracy public format lock clean

demo: $(READY)
	$(BIN)/python tests/corpus/demo.py demo

pictures: demo
	$(BIN)/python tests/corpus/pictures.py demo

run: $(READY)
	$(BIN)/tongket run .

test: $(READY)
	$(BIN)/pytest -n auto --dist loadfile

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fuzz: $(READY)
	$(BIN)/python tests/fuzz/fuzz.py $(FUZZ_SECONDS)

schemas: $(READY)
	$(BIN)/python -m service.rules.schemas

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)
	$(BIN)/python bench/run.py
	$(BIN)/python bench/board.py

public: $(READY)
	$(BIN)/python bench/public.py build/public --fetch bench/public-sources.txt

accuracy: $(READY)
	$(BIN)/python tests/corpus/accuracy.py $(if $(RECORD),--record)

# The lock files hold versions and hashes only; uv resolves them for every system at once.
lock:
	uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-strip-extras -o requirements.txt
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-strip-extras -o tests/requirements.txt

$(READY): tests/requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed: make PYTHON=/path/to/python3.11 demo"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "This Python can't make a virtual environment: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement tests/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q service
	@touch $(READY)

clean:
	rm -rf .venv demo build dist
