## make lint     install what is missing, build loclint, lint the samples
## make test     install what is missing, run the tests, say what fails (FILTER=RecallTests: some of them)
## make check    what a change must pass: the format, then the tests
## make check-reports  have tools of others read reports (SCHEMAS=../shared/schemas PART=all:
##                all, schemas, consumers, settings, editors or html)
## make check-growth  count that work grows with what is read, and with nothing else (FULL=1: pages of
##                4 MB; KIND=links: the kinds of page, and the budgets, with this in their name), and that no
##                budget of instructions is passed by 3 % (FOLDER=docs: only budgets, over these pages;
##                RECORD=FILE: what was recorded of them)
## make check-memory  hold to the memory that comparing pages takes (PAGES=100000)
## make budgets  record the instructions that are counted now as budgets (FOLDER= RECORD= KIND=)
## make check-blocks  compare blocks of Markdown with those of cmark-gfm on the pages of FOLDER
##                (MADE=3000: and on so many made pages; GROWTH=1: count that work grows with the page)
## make format   put the code into that format
## make rule     write the first lines of a rule (NAME=lost-lamp FAMILY=markup; KIND=yaml: one that is
##                declared in a pack, FAMILY=typography/it; ROOM=SideBySide: one of a format's own)
## make golden   write the files anew that tests compare with, and say which have changed
## make docs     write Rules/README.md anew, the page of all rules
## make recall   seed known faults and count those found (FOLDER=Samples SEED=1 COUNT=40 PROFILE=all;
##                MESSAGES=1: into PO files)
## make check-newcomer  write a rule of each family and pack into a copy of the project, below .build,
##                and see that it builds and passes all tests
## make check-baseline
##               make a baseline of FOLDER, rewrite its pages, see that no old finding comes back
## make bench    measure speed beside others (FILES=6000 FOLDER= COPIES=1 ROUNDS=5 SLOW=10 PEERS= PAGE=
##               README= BEFORE=)
## make fuzz     feed a reader or reporter with what may break it (TARGET=pages SECONDS=60; an unknown
##               target lists all); what does is left in .build/fuzz/found
## make fuzz-all the same with each other target, two at a time (SECONDS=180)
## make damage   damage pages of FOLDER by kind, lint them and check all reports (COUNT=100000 SEED=1)
## make sanitize run the tests under sanitizers (SANITIZERS="address undefined thread")
## make build    install what is missing, build .build/release/loclint (RULE_PAGES=https://…/{rule}: where
##               reports say that rules are described; also for make dist)
## make man      build, write the manual page to .build/loclint.1
## make install  copy program, manual and completions below PREFIX (PREFIX=/usr/local)
## make dist     build what is released into dist/: a static program, a tarball, a package for Debian, a
##               wheel for Python, what an image is built from, a bill of materials, checksums
## make check-dist  install each of them where there is nothing of Swift, run it, build all again and
##               compare (AGAIN=no: not again; needs root)
## make clean    remove what was built

PREFIX       ?= /usr/local
TARGET       ?= pages
SANITIZERS   ?= address undefined thread
FOLDER       ?= Samples
SEED         ?= 1
COUNT        ?= 40
PROFILE      ?= all
FILES        ?= 6000
COPIES       ?= 1
ROUNDS       ?= 5
PAGES        ?= 100000
SLOW         ?= 10
SCHEMAS      ?= ../shared/schemas
PART         ?= all
FULL         ?=
KIND         ?=
MADE         ?= 3000
GROWTH       ?=
RECORD       ?=
FILTER       ?=
MESSAGES     ?=
NAME         ?=
FAMILY       ?=
ROOM         ?=
RULE_PAGES   ?=
AGAIN        ?= yes
PACKAGES     := pkg-config libxml2-dev libyaml-dev libpcre2-dev libmd-dev
LIBRARIES    := libxml-2.0 yaml-0.1 libpcre2-8 libmd
SOURCES      := Package.swift Benchmarks Plugins Rules Sources Tests
RELEASE      := -c release --static-swift-stdlib -Xlinker -s
BINARY       := .build/release/loclint
COUNTED      := .build/loclint-counted
# Another package needs another folder: in one, SwiftPM takes the plan of whichever was built last.
BENCHMARKS   := --package-path Benchmarks --scratch-path '$(CURDIR)/.build/benchmarks'
# A folder of its own, for the package is another one with the fuzzer.
FUZZ         := --scratch-path .build/fuzz -c release --product fuzz -Xswiftc -enable-testing
DAMAGE       := --scratch-path .build/damage -c release --product damage -Xswiftc -enable-testing

# `make recall` is content with the samples; here they are too few.
MANY         := .build/bench/samples-$(FILES)
OTHER_PAGES  := $(if $(filter file,$(origin FOLDER)),,'$(FOLDER)')
COPIED       := .build/bench/copies
MEASURED     := $(if $(OTHER_PAGES),$(if $(filter 1,$(COPIES)),$(FOLDER),$(COPIED)),$(MANY))

export RULE_PAGES

.PHONY: help bench budgets peers man lint build test check check-baseline check-blocks check-growth check-memory \
	check-newcomer check-reports counted format format-check rule golden docs recall fuzz fuzz-all fuzzer damage sanitize \
	deps swift install dist check-dist clean

help:
	@sed -n 's/^## //p' $(firstword $(MAKEFILE_LIST))

# The samples hold faults on purpose: findings (1) are fine here, anything else is not.
lint: build
	$(BINARY) Samples || [ $$? -eq 1 ]

build: deps
	swift build $(RELEASE) --product loclint

# Without python3 all 7,500 lines of the runner are seen.
test: deps
	swift build --build-tests
	swift build --build-tests $(BENCHMARKS)
	if command -v python3 >/dev/null; then Scripts/test '$(FILTER)'; \
	else swift test --skip-build $(if $(FILTER),--filter '$(FILTER)') && \
	  swift test --skip-build $(BENCHMARKS) $(if $(FILTER),--filter '$(FILTER)'); fi

check: format-check test

check-reports: deps
	swift build --product loclint
	SCHEMAS="$(SCHEMAS)" Tests/check-reports/run .build/debug/loclint $(PART)

check-growth: counted
	$(if $(filter file,$(origin FOLDER)),swift build --product write-growth-examples)
	$(if $(filter file,$(origin FOLDER)),FULL=$(FULL) KIND='$(KIND)' Tests/check-growth $(COUNTED) \
	  .build/debug/write-growth-examples)
	KIND='$(KIND)' RECORD='$(RECORD)' Tests/check-budgets $(COUNTED) $(OTHER_PAGES)

check-memory: build
	PAGES='$(PAGES)' Tests/check-memory $(BINARY)

budgets: counted
	WRITE=1 KIND='$(KIND)' RECORD='$(RECORD)' Tests/check-budgets $(COUNTED) $(OTHER_PAGES)

# With the names of its functions, by which instructions are told apart; valgrind can't read the rest of what
# debuggers want. Needs root for what is missing, as 'deps' does.
counted: deps
	@command -v valgrind >/dev/null || { \
	  echo "Installing valgrind with apt-get"; \
	  $$([ "$$(id -u)" -eq 0 ] || echo sudo) apt-get install -y -qq --no-install-recommends valgrind; }
	swift build -c release --static-swift-stdlib --product loclint
	strip --strip-debug -o $(COUNTED) $(BINARY)

# Needs root for what is missing, as 'deps' does.
check-blocks: deps
	@for tool in cmark-gfm $(if $(GROWTH),valgrind); do command -v $$tool >/dev/null || { \
	  echo "Installing $$tool with apt-get"; \
	  $$([ "$$(id -u)" -eq 0 ] || echo sudo) apt-get install -y -qq --no-install-recommends $$tool; }; \
	done
	swift build -c release --product write-blocks
	MADE=$(MADE) GROWTH=$(GROWTH) Tests/check-blocks .build/release/write-blocks $(FOLDER)

format: swift
	swift format --in-place --recursive $(SOURCES)

format-check: swift
	swift format lint --strict --recursive $(SOURCES)

rule:
	@Scripts/rule '$(NAME)' '$(FAMILY)' $(KIND) --room='$(ROOM)'

golden: deps
	swift build --build-tests
	Scripts/golden

check-newcomer: deps
	Scripts/check-newcomer

# Written only when it could be built, and then as a whole.
docs: deps
	swift build --product write-catalogue
	.build/debug/write-catalogue > .build/catalogue.md
	mv .build/catalogue.md Rules/README.md

fuzz: SECONDS ?= 60
fuzz-all: SECONDS ?= 180

fuzz: fuzzer
	Tests/Fuzz/run .build/fuzz/release/fuzz $(TARGET) $(SECONDS)

# Two at a time, and all of them whatever one of them finds.
fuzz-all: fuzzer
	.build/fuzz/release/fuzz | grep -vx pages | \
	  xargs -P 2 -I{} Tests/Fuzz/run .build/fuzz/release/fuzz {} $(SECONDS) --quiet

fuzzer: deps
	LOCLINT_FUZZ=fuzz swift build $(FUZZ)

damage: COUNT = 100000
damage: deps
	LOCLINT_FUZZ=damage swift build $(DAMAGE)
	.build/damage/release/damage --seed $(SEED) --count $(COUNT) $(FOLDER)

sanitize: deps
	Tests/sanitize $(SANITIZERS)

recall: deps
	swift build -c release $(BENCHMARKS) --product recall
	.build/benchmarks/release/recall --seed $(SEED) --count $(COUNT) --profile $(PROFILE) \
	  $(if $(MISSES),--misses) $(if $(FAULTS),--faults) $(if $(FIX),--fix) \
	  $(if $(MESSAGES),--messages $(if $(OTHER_PAGES),$(OTHER_PAGES),Samples.messages),$(FOLDER))

check-baseline: deps
	swift build --build-tests $(BENCHMARKS)
	LOCLINT_PAGES="$(abspath $(FOLDER))" swift test --skip-build $(BENCHMARKS) --filter RewriteTests \
	  > .build/check-baseline.txt 2>&1; status=$$?; \
	  grep -vE '^(\[|Test Suite|◇|✔)' .build/check-baseline.txt; exit $$status

# All are built as loclint is, so that the linker's flags make no difference, and beside it; but the bare
# read is in C, and SwiftPM would link Swift's runtime with it, whose start would be counted.
bench: deps $(filter $(MANY) $(COPIED),$(MEASURED)) $(if $(PEERS),peers)
	for tool in loclint bench lint-only; do \
	  swift build $(RELEASE) $(BENCHMARKS) --product $$tool || exit; done
	$${CC:-clang} -O2 -Wall -Wextra -Werror -pthread -o .build/benchmarks/release/bare-read \
	  Benchmarks/BareRead/bare-read.c
	.build/benchmarks/release/bench --rounds $(ROUNDS) --slow $(SLOW) --peers .build/peers/bin \
	  --command '$(strip make bench $(patsubst FOLDER=%,FOLDER=…,$(filter-out PAGE=% README=%,$(MAKEOVERRIDES))))' \
	  $(if $(BEFORE),--before $(BEFORE)) $(if $(PAGE)$(README),--page docs/speed.md) \
	  $(if $(README),--readme Benchmarks/README.md) $(MEASURED)

# Each with paths of its own. Made anew each time, for the folder may have changed.
.PHONY: $(COPIED)
$(COPIED):
	rm -rf $@
	mkdir -p $@/1
	cd '$(FOLDER)' && find . -path '*/.*' -prune -o -type f \( -name '*.md' -o -name '*.markdown' \) -print0 | \
	  tar --create --null --files-from=- | tar --extract --directory='$(CURDIR)/$@/1'
	for copy in $$(seq 2 $(COPIES)); do cp -r $@/1 $@/$$copy || exit; done

# Copies of the samples' pages, at least so many; complete or not there.
$(MANY): $(shell find Samples -name '*.md')
	rm -rf $@ $@.part
	mkdir -p $@.part
	@set -- $^; copies=$$((($(FILES) + $$# - 1) / $$#)); cp -r Samples $@.part/1; \
	find $@.part/1 -type f ! -name '*.md' -delete; \
	for copy in $$(seq 2 $$copies); do cp -r $@.part/1 $@.part/$$copy || exit; done
	mv $@.part $@

peers: root = $$([ "$$(id -u)" -eq 0 ] || echo sudo)
peers:
	python3 -m venv .build/peers
	.build/peers/bin/pip install --quiet typos codespell rumdl translate-toolkit
	command -v rg >/dev/null && command -v msgfmt >/dev/null || { $(root) apt-get update -qq && \
	  $(root) env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends ripgrep gettext; }

# Packages need root: sudo is asked, and only when something is missing.
deps: swift
	@pkg-config --exists $(LIBRARIES) 2>/dev/null && exit; \
	command -v apt-get >/dev/null || { \
	  echo "Missing: pkg-config, or one of $(LIBRARIES). There is no apt-get here to install" \
	    "$(PACKAGES) with: install their like, so that 'pkg-config --exists $(LIBRARIES)' holds." >&2; \
	  exit 1; }; \
	if [ "$$(id -u)" -eq 0 ]; then root=; \
	elif command -v sudo >/dev/null; then root=sudo; \
	else echo "Missing packages: ask an administrator to run 'apt-get install $(PACKAGES)'." >&2; \
	  exit 1; fi; \
	echo "Installing $(PACKAGES) with $${root:+$$root }apt-get"; \
	$$root apt-get update -qq && \
	$$root env DEBIAN_FRONTEND=noninteractive \
	  apt-get install -y -qq --no-install-recommends $(PACKAGES) && \
	pkg-config --exists --print-errors $(LIBRARIES)

swift:
	@command -v swift >/dev/null || { \
	  echo "Swift is not on the PATH; loclint needs 6.2 or later: https://www.swift.org/install" >&2; \
	  exit 1; }

man: build
	$(BINARY) man > .build/loclint.1

# Two builds of one commit give the same bytes, with the same compiler and libraries. libxml2.a wants two archives that its package doesn't.
dist: PACKAGES += zlib1g-dev liblzma-dev
dist: LIBRARIES += zlib liblzma
dist: deps
	Packaging/dist "$$(Packaging/build .build/static)" dist

check-dist: dist
	AGAIN=$(AGAIN) Packaging/check dist

# Completions go where bash, zsh and fish look for those of other people's programs.
install: SHARE := $(DESTDIR)$(PREFIX)/share
install: man
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/loclint
	install -D -m 644 .build/loclint.1 $(SHARE)/man/man1/loclint.1
	for shell in bash zsh fish; do $(BINARY) completion $$shell > .build/completion.$$shell || exit; done
	install -D -m 644 .build/completion.bash $(SHARE)/bash-completion/completions/loclint
	install -D -m 644 .build/completion.zsh $(SHARE)/zsh/site-functions/_loclint
	install -D -m 644 .build/completion.fish $(SHARE)/fish/vendor_completions.d/loclint.fish

clean:
	rm -rf .build
