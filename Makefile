# make lint   installs what is missing, builds loclint and lints the samples
# make test   installs what is missing and runs the tests
# make check  what a change must pass: the format, then the tests
# make check-reports  reads reports with tools that others wrote; SCHEMAS=../shared/schemas
# make install PREFIX=/usr/local

SHELL    := /bin/bash
PREFIX   ?= /usr/local
PACKAGES := pkg-config libxml2-dev libyaml-dev libpcre2-dev libmd-dev
SOURCES  := Package.swift Plugins Rules Sources Tests
RELEASE  := -c release --static-swift-stdlib -Xlinker -s --product loclint
BINARY   := .build/release/loclint
# Packages need root; sudo is asked only when something is missing.
SUDO     := $(if $(filter 0,$(shell id -u)),,sudo)

SCHEMAS  ?= ../shared/schemas
# `schemas` leaves out what is no schema.
PART     ?= all

.PHONY: lint build test check check-reports format format-check deps install clean

# The samples hold faults on purpose: findings (1) are fine here, anything else is not.
lint: build
	$(BINARY) Samples || [ $$? -eq 1 ]

build: deps
	swift build $(RELEASE)

test: deps
	swift test

check: format-check test

check-reports: deps
	swift build --product loclint
	SCHEMAS="$(SCHEMAS)" Tests/check-reports .build/debug/loclint $(PART)

format:
	swift format --in-place --recursive $(SOURCES)

format-check:
	swift format lint --strict --recursive $(SOURCES)

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
