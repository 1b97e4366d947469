# make lint   installs what is missing, builds loclint and lints the samples
# make test   installs what is missing and runs the tests
# make check  what a change must pass: the format, then the tests
# make recall FOLDER=Samples SEED=1 COUNT=40 PROFILE=all   seeds known faults and counts those found
# make install PREFIX=/usr/local

SHELL    := /bin/bash
PREFIX   ?= /usr/local
PACKAGES := pkg-config libxml2-dev libyaml-dev libpcre2-dev libmd-dev
SOURCES  := Package.swift Benchmarks Plugins Rules Sources Tests
FOLDER   := Samples
SEED     := 1
COUNT    := 40
PROFILE  := all
RELEASE  := -c release --static-swift-stdlib -Xlinker -s --product loclint
BINARY   := .build/release/loclint
# Packages need root; sudo is asked only when something is missing.
SUDO     := $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: lint build test check format format-check recall deps install clean

# The samples hold faults on purpose: findings (1) are fine here, anything else is not.
lint: build
	$(BINARY) Samples || [ $$? -eq 1 ]

build: deps
	swift build $(RELEASE)

test: deps
	swift test

check: format-check test

format:
	swift format --in-place --recursive $(SOURCES)

format-check:
	swift format lint --strict --recursive $(SOURCES)

# MISSES=1 lists what was missed too, FAULTS=1 every fault.
recall: deps
	swift build -c release --product recall
	.build/release/recall --seed $(SEED) --count $(COUNT) --profile $(PROFILE) \
	  $(if $(MISSES),--misses) $(if $(FAULTS),--faults) $(FOLDER)

deps:
	@missing=; for package in $(PACKAGES); do \
	  dpkg-query --show --showformat='$${Status}' $$package 2>/dev/null \
	    | grep -q 'ok installed' || missing+=" $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing$$missing with apt-get$(if $(SUDO), (sudo may ask for your password))"; \
	  $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
	fi

install: build
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/loclint

clean:
	rm -rf .build
