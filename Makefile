# Builds Broadsheet into build/ and dist/. `make help` lists the targets; src/README.md says how the pieces fit together.
#
# Sources are found by wildcard: a new file in a room of src/, web/ or tests/c/ needs no line here.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all

# Variables for you to set: the compiler, its flags for the library, where it is installed, the parts of the test run.
ifeq ($(origin CC),default)
CC := gcc
endif
CFLAGS ?= -O2
PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
DESTDIR ?=
CLANG ?= clang
export NAME ONLY PORT ROUNDS

# emcc is a Python program. Debian's own Python starts it at once; a Python of a version manager, first in PATH, would take
# longer to start than most of our files take to compile.
export EMSDK_PYTHON ?= $(wildcard /usr/bin/python3)

VERSION := $(shell sed -n 's/^#define BROADSHEET_VERSION  *"\(.*\)"$$/\1/p' include/broadsheet.h)

.PHONY: all wasm lib install uninstall dist demo part test hosts many attack fuzz coverage mutants analyse bench size screenshots pages check fmt clean help FORCE
all: lib dist ## builds the C library and dist/
help: ## prints this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

# Sources ---------------------------------------------------------------------------------

SOURCES     := $(wildcard src/*.c src/*/*.c)
CORE        := $(filter-out src/wasm/%.c,$(SOURCES))
THIRD_PARTY := md4c cJSON
TEST_MAINS  := $(wildcard tests/c/test_*.c tests/c/*_main.c)
SWEEP_MAINS := $(wildcard tests/c/sweep_*.c)
EXPORTS     := $(shell sed 's/^broadsheet_wasm_//' src/wasm/exports.txt)

STRICT := -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wvla -Werror
# Third-party headers are system headers, so that our warnings do not apply to them.
INCLUDE := -Iinclude -Isrc -isystem build/third_party
# third_party.h gives third-party code our allocator and our strtod.
FOREIGN := -std=c11 -w -Isrc -Iinclude -Ibuild/third_party -include src/base/third_party.h

build/third_party/stamp: src/base/third_party.pins src/base/third_party.sh | tools-lib
	@src/base/third_party.sh build/third_party
	@touch $@
$(THIRD_PARTY:%=build/third_party/%.c): | build/third_party/stamp ;

# VARIANT: one set of objects for each way of compiling. $(1) is its name, $(2) the compiler with its flags.
# The flags are also in a file on which the objects depend, so that new flags compile them anew.
define VARIANT
build/$(1)/flags: FORCE
	@mkdir -p $$(@D)
	@echo '$(2) $(STRICT) $(FOREIGN)' | cmp -s - $$@ || echo '$(2) $(STRICT) $(FOREIGN)' >$$@
build/$(1)/%.o: %.c build/$(1)/flags build/third_party/stamp | $(3)
	@mkdir -p $$(@D)
	@echo "$(1): $$<"
	@$(2) $$(LAST) $(STRICT) $(INCLUDE) -MMD -MP -c -o $$@ $$<
build/$(1)/third_party/%.o: build/third_party/%.c build/$(1)/flags build/third_party/stamp | $(3)
	@mkdir -p $$(@D)
	@echo "$(1): $$<"
	@$(2) $$(LAST) $(FOREIGN) -MMD -MP -c -o $$@ $$<
endef
# $(call objects,VARIANT,SOURCES): the objects of the sources; with_third_party adds those of the two libraries.
objects = $(patsubst %.c,build/$(1)/%.o,$(2))
with_third_party = $(call objects,$(1),$(2)) $(THIRD_PARTY:%=build/$(1)/third_party/%.o)

ASAN  := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
SWEEP := -O1 -g -fno-omit-frame-pointer -fsanitize=address -DBROADSHEET_SWEEP
# BROADSHEET_SWEEP: the arena of the sweeps, which gives each request a block of its own, so that ASan sees its bounds.
FUZZ  := -O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all \
	-DBROADSHEET_SWEEP
# Atomic, since test_open has threads: counts that they lose would make gcov wrong about the lines that were reached.
COVER := -O0 -g --coverage -fprofile-update=atomic
# For valgrind.
CHECKED := -O1 -g
# emcc forbids any inlining at -Oz, INLINING_LIMIT of 0 does not: a call is often larger than what it calls.
EMCC  := emcc -sINLINING_LIMIT=0 -flto -msimd128 -mbulk-memory -msign-ext -mnontrapping-fptoint -sSUPPORT_LONGJMP=wasm
# What the whole module is compiled with: how often the examples take each branch (src/wasm/profile.mjs). Hot is what takes
# 95 % of the counts; with clang's own 99 % spec.txt takes longer, and the module has 70 KB more. The counts are of the same C
# for the build's machine, so a function that differs there has none, of which clang would warn.
PROFILE   := build/profile/counts.profdata
HOT_SHARE := -mllvm -profile-summary-cutoff-hot=950000
VALUES    := -mllvm -enable-value-profiling=true
PROFILED  := -fprofile-instr-use=$(PROFILE) $(addprefix -Xclang ,$(VALUES)) $(HOT_SHARE) -Wno-profile-instr-out-of-date \
	-Wno-profile-instr-unprofiled
# emcc's own clang, which writes the form of profile that emcc reads; asked for once, when a recipe wants it.
LLVM = $(eval LLVM := $(shell em-config LLVM_ROOT))$(LLVM)
# The WebAssembly modules but the whole one; $(call module,NAME,N) is column N of a module's row, $(call exported,NAME) its
# exports.
SMALL  := $(shell sed -n '/^X.WHOLE/d; s/^X.\([A-Z]*\),.*/\1/p' src/wasm/modules.def)
module = $(shell sed -n 's/^X.$(1), "\([^"]*\)", "\([^"]*\)".*/\$(2)/p' src/wasm/modules.def)
exported = $(patsubst all,$(EXPORTS),$(shell awk -F'"' '/^X.$(1),/ { print $$8 }' src/wasm/modules.def))

$(eval $(call VARIANT,lib,$(CC) $(CFLAGS) -fPIC -fvisibility=hidden,tools-lib))
$(eval $(call VARIANT,asan,$(CC) $(ASAN),tools-test))
$(eval $(call VARIANT,sweep,$(CC) $(SWEEP),tools-test))
$(eval $(call VARIANT,clang,$(CLANG) -O1,tools-test))
$(eval $(call VARIANT,fuzz,$(CLANG) $(FUZZ),tools-fuzz))
$(eval $(call VARIANT,cover,gcc $(COVER),tools-test))
$(eval $(call VARIANT,coversweep,gcc $(COVER) -fsanitize=address -DBROADSHEET_SWEEP,tools-test))
$(eval $(call VARIANT,memcheck,gcc $(CHECKED),tools-analyse))
$(eval $(call VARIANT,memchecksweep,gcc $(CHECKED) -DBROADSHEET_SWEEP,tools-analyse))
# For the bench and the budgets of instructions: what a host may choose, whatever CFLAGS says.
$(eval $(call VARIANT,native,gcc -O3,tools-test))
$(eval $(call VARIANT,wasm,$(EMCC) $(PROFILED),tools-wasm))
$(eval $(call VARIANT,profile,$$(LLVM)/clang -O1 -fprofile-instr-generate $(VALUES),tools-wasm))
$(eval $(call VARIANT,small,$(EMCC) -DBROADSHEET_MODULE=MODULE_PAGE,tools-wasm))
$(foreach name,$(SMALL),$(eval $(call VARIANT,$(name),$(EMCC) -DBROADSHEET_MODULE=MODULE_$(name),tools-wasm)))

# The C library ----------------------------------------------------------------------------

# Archive and shared library are made of one object, in which only the functions of broadsheet.h are visible, so that a
# host may have its own cJSON and md4c.
lib: build/libbroadsheet.a build/libbroadsheet.so ## builds build/libbroadsheet.a and .so, for C programs (needs gcc and make only)
build/lib/broadsheet.o: $(call with_third_party,lib,$(CORE)) include/broadsheet.h
	@sed -n 's/^[a-z].*[ *]\(broadsheet_[a-z_]*\)(.*/\1/p' include/broadsheet.h >build/lib/public.txt
	@$(CC) -r -nostdlib -o build/lib/all.o $(filter %.o,$^)
	@objcopy --keep-global-symbols=build/lib/public.txt --strip-unneeded build/lib/all.o $@
build/libbroadsheet.a: build/lib/broadsheet.o
	@rm -f $@
	@ar rcs $@ $<

# The soname stands for the releases that a compiled program may run with: up to 1.0 those of the same minor version, from
# then on those of the same major version.
MAJOR := $(firstword $(subst ., ,$(VERSION)))
ABI   := $(if $(filter 0,$(MAJOR)),$(basename $(VERSION)),$(MAJOR))
build/libbroadsheet.so: build/lib/broadsheet.o
	@$(CC) -shared $(LDFLAGS) -Wl,-soname,libbroadsheet.so.$(ABI) -Wl,-z,defs -o $@ $<

# The files that `make install` copies and `make uninstall` removes: MODE FILE TARGET. `make install` builds only the C
# library, for which gcc and make are enough; the man page of the command is in dist/, and is installed if that was built.
INSTALLED_FILES = "644 include/broadsheet.h $(PREFIX)/include/broadsheet.h" \
	"644 build/libbroadsheet.a $(LIBDIR)/libbroadsheet.a" \
	"755 build/libbroadsheet.so $(LIBDIR)/libbroadsheet.so.$(VERSION)" \
	"644 build/install/broadsheet.pc $(LIBDIR)/pkgconfig/broadsheet.pc" \
	"644 build/install/broadsheet.3 $(PREFIX)/share/man/man3/broadsheet.3" \
	"644 dist/broadsheet.1 $(PREFIX)/share/man/man1/broadsheet.1" \
	"644 build/install/copyright $(PREFIX)/share/doc/broadsheet/copyright"
# Lists split at spaces, and sed writes the file for pkg-config, so these are refused before anything is written.
installable = $(if $(or $(filter-out 1,$(words $(PREFIX)) $(words $(LIBDIR))),$(filter-out /%,$(PREFIX) $(LIBDIR)), \
	$(findstring &,$(PREFIX)$(LIBDIR)),$(findstring |,$(PREFIX)$(LIBDIR)),$(findstring ',$(PREFIX)$(LIBDIR))), \
	$(error PREFIX and LIBDIR are absolute paths without a space and without & | '))
INSTALLED_LINKS = $(LIBDIR)/libbroadsheet.so.$(ABI) $(LIBDIR)/libbroadsheet.so

build/install/broadsheet.pc: src/broadsheet.pc.in include/broadsheet.h FORCE
	@: $(installable)
	@mkdir -p $(@D)
	@sed 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@VERSION@|$(VERSION)|' $< >$@
build/install/broadsheet.3: src/man.awk include/broadsheet.h
	@mkdir -p $(@D)
	@awk -f $^ >$@
build/install/copyright: LICENSE build/third_party/stamp
	@mkdir -p $(@D)
	@cat $< build/third_party/md4c.license build/third_party/cjson.license >$@

install: lib $(addprefix build/install/,broadsheet.pc broadsheet.3 copyright) ## installs header, library, pkg-config file, man pages (PREFIX=/usr/local LIBDIR=PREFIX/lib DESTDIR=)
	@set -- $(INSTALLED_FILES); for entry; do set -- $$entry; \
		if [ -e $$2 ]; then install -D -m $$1 $$2 "$(DESTDIR)$$3"; else echo "without $$2, which make dist makes"; fi; \
	done
	@for link in $(INSTALLED_LINKS); do ln -sf libbroadsheet.so.$(VERSION) "$(DESTDIR)$$link"; done
uninstall: ## removes what `make install` put there
	@: $(installable)
	@set -- $(INSTALLED_FILES); for entry; do set -- $$entry; rm -f "$(DESTDIR)$$3"; done
	@for link in $(INSTALLED_LINKS); do rm -f "$(DESTDIR)$$link"; done

# WebAssembly ------------------------------------------------------------------------------

comma := ,
empty :=
space := $(empty) $(empty)
# Only what a module exports is an entry when it is linked: the compiler sees of a small one that nobody else calls.
LINK = --no-entry -sMALLOC=none -sINITIAL_MEMORY=1MB -sTOTAL_STACK=256KB -sALLOW_MEMORY_GROWTH \
	-sMAXIMUM_MEMORY=256MB -Wl,--stack-first \
	-sEXPORTED_FUNCTIONS=$(subst $(space),$(comma),$(patsubst %,_broadsheet_wasm_%,$(call exported,$(1))))

# Code that each byte of a story passes through is compiled for speed, all other code for size: the larger the module, the
# later it starts.
HOT := $(wildcard src/html/*.c src/markdown/*.c) src/text/characters.c src/text/utf8.c src/wasm/wide.c src/json/gate.c src/json/scan.c src/base/index.c src/base/arena.c src/base/concat.c src/bundle/clean.c src/url/parts.c src/url/url.c
build/wasm/%.o: LAST := -Oz
$(call objects,wasm,$(HOT)): LAST := $(call module,WHOLE,2)
# md4c asks of each byte whether it ends a line: two comparisons are quicker than a table of jumps, and -O3 gains nothing.
build/wasm/third_party/md4c.o: LAST := -O2 -fno-jump-tables
build/wasm/third_party/cJSON.o: LAST := -O2
build/wasm/src/wasm/copy.o build/small/src/wasm/copy.o: LAST := -O3 -fno-lto -fno-builtin
build/small/%.o: LAST := -Oz

# The small modules share the objects that are alike. What includes base/module.h differs, itself or by another header; so
# does md4c (base/third_party_small.h).
DIFFERS := $(shell grep -lE '"(base/module|base/scan|text/scripts|markdown/state|markdown/prepare|bundle/reader)\.h"' $(SOURCES))
small_objects = $(call objects,$(1),$(DIFFERS)) $(call objects,small,$(filter-out $(DIFFERS),$(SOURCES))) \
	build/$(1)/third_party/md4c.o build/small/third_party/cJSON.o
define SMALL_MODULE
build/$(1)/%.o: LAST := $(call module,$(1),2)
build/$(1)/linked.wasm: $(call small_objects,$(1)) src/wasm/modules.def src/wasm/exports.txt
	@echo "$(1): linking"
	@$$(EMCC) -Oz $$(call LINK,$(1)) -o $$@ $$(filter %.o,$$^)
build/$(1)/named.wasm: $(call small_objects,$(1))
	@$$(EMCC) -Oz --profiling-funcs $$(call LINK,$(1)) -o $$@ $$(filter %.o,$$^)
build/$(call module,$(1),1): build/$(1)/linked.wasm
endef
$(foreach name,$(SMALL),$(eval $(call SMALL_MODULE,$(name))))
MODULES := $(foreach name,$(SMALL) WHOLE,build/$(call module,$(name),1))

# runtime.c, heap.c and copy.c stay out of link-time optimisation; they say why.
APART := $(foreach file,runtime.o heap.o,build/wasm/src/wasm/$(file) build/small/src/wasm/$(file))
$(APART): LAST := -Oz -fno-lto
# It throws the tag of longjmp, which emcc tells the compiler of by itself only with link-time optimisation.
$(filter %/runtime.o,$(APART)): LAST += -mllvm -wasm-enable-sjlj

# A prerequisite takes over variables: without a LAST of their own these would have that of whichever object came first.
build/profile/%.o: LAST :=
build/bin/profiled: build/profile/tests/bench/native_main.o $(call with_third_party,profile,$(CORE))
	@mkdir -p $(@D)
	@$(LLVM)/clang -fprofile-instr-generate -o $@ $^
# Counts that are as before are not written, so that an edit which changes none compiles one file.
build/profile/stamp: build/bin/profiled src/wasm/profile.mjs $(wildcard examples/bundles/*.json examples/bundles/*/*.json tests/spec/markdown/*.txt) node_modules/.package-lock.json
	@echo "profile: counting"
	@node src/wasm/profile.mjs $< $(LLVM) $(PROFILE)
	@touch $@
$(PROFILE): build/profile/stamp ;
$(call with_third_party,wasm,$(SOURCES)): $(PROFILE)

wasm: $(MODULES) ## builds the WebAssembly modules alone
FAST := -O3 $(patsubst %,-Wl$(comma)%,$(HOT_SHARE))
build/wasm/linked.wasm: $(call with_third_party,wasm,$(SOURCES)) src/wasm/exports.txt
	@echo "wasm: linking"
	@$(EMCC) $(FAST) $(call LINK,WHOLE) -o $@ $(filter %.o,$^)
build/wasm/named.wasm: $(call with_third_party,wasm,$(SOURCES))
	@$(EMCC) $(FAST) --profiling-funcs $(call LINK,WHOLE) -o $@ $(filter %.o,$^)
build/broadsheet.wasm: build/wasm/linked.wasm
$(MODULES): src/wasm/finish.mjs src/wasm/code.mjs src/wasm/locals.mjs src/wasm/order.mjs src/wasm/modules.mjs src/wasm/modules.def src/wasm/exports.txt node_modules/.package-lock.json
	@node src/wasm/finish.mjs $(firstword $(filter %linked.wasm,$^)) $@

node_modules/.package-lock.json: package.json package-lock.json .npmrc | tools-wasm
	npm ci
	@touch $@

# dist/ ------------------------------------------------------------------------------------

dist: dist/broadsheet.1 ## builds dist/, which web pages, Node and the command line use
dist/broadsheet.wasm: build/broadsheet.wasm $(MODULES) $(wildcard web/*.* web/*/*.* web/*/*/*.*) src/page/parts.def src/bundle/bundle.schema.json LICENSE package.json
	@node web/build.mjs $< dist
dist/broadsheet.1: web/cli/man.mjs dist/broadsheet.wasm
	@node $< >$@

demo: dist ## serves examples/ and prints the address (PORT=n; default: a free port)
	@exec node examples/serve.mjs

part: ## starts a new part: make part NAME=key-points; src/README.md goes on from there
	@node src/page/new.mjs "$$NAME"

size: dist $(patsubst %,build/%/named.wasm,wasm $(SMALL)) ## lists the sizes of dist/ and of what each module is made of; fails over a budget
	@node tests/size-sources.mjs build
	@node tests/size.mjs

screenshots: dist ## writes pictures of the example edition into build/screenshots/ (ONLY=text picks by name)
	@node tests/screenshots.mjs build/screenshots "$$ONLY"

pages: dist ## looks at the page at every width with every choice of name, headline and menu (5,184 pages)
	@PAGES=all node --test tests/browser/page-widths.test.mjs

# Tests ------------------------------------------------------------------------------------

TEST_PROGRAMS  := $(TEST_MAINS:tests/c/%.c=build/bin/%)
SWEEP_PROGRAMS := $(SWEEP_MAINS:tests/c/%.c=build/bin/%)
FUZZ_NAMES := bundle json markdown upgrade url date
FUZZ_WITH  := tests/fuzz/fuzz.c tests/fuzz/html_oracle.c tests/fuzz/html_values.c
FUZZERS    := $(FUZZ_NAMES:%=build/bin/fuzz_%)
REPLAYS    := $(FUZZ_NAMES:%=build/bin/replay_%)

$(TEST_PROGRAMS): build/bin/%: build/asan/tests/c/%.o $(call with_third_party,asan,$(CORE))
	@mkdir -p $(@D)
	@$(CC) $(ASAN) -o $@ $^ -lpthread
$(SWEEP_PROGRAMS): build/bin/%: build/sweep/tests/c/%.o $(call with_third_party,sweep,$(CORE))
	@mkdir -p $(@D)
	@$(CC) $(SWEEP) -o $@ $^

# linear_main's instructions are counted, so it is linked with the library that hosts use.
build/bin/linear_main: tests/attack/linear_main.c build/libbroadsheet.a | tools-test
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(STRICT) -Iinclude -o $@ $^

# What instructions_main takes is a budget, so it is compiled in one way only, and linked with no library of the machine's.
build/bin/instructions_main: build/native/tests/budgets/instructions_main.o $(call with_third_party,native,$(CORE))
	@mkdir -p $(@D)
	@gcc -O3 -static -o $@ $^

test: check dist lib $(TEST_PROGRAMS) $(SWEEP_PROGRAMS) build/bin/linear_main build/bin/instructions_main $(REPLAYS) ## runs every test; ONLY=text picks by file name
	@node tests/run.mjs $(filter-out %_main,$(TEST_PROGRAMS)) $(SWEEP_PROGRAMS)

hosts: dist | tools-hosts ## tries the packed package in other people's tools, and prints the matrix (ONLY=text picks by name)
	@node tests/hosts/matrix.mjs --whole

STORIES ?= 100000
many: dist | tools-hosts ## runs STORIES=n stories through each way of examples/many.md, and prints stories a second and memory
	@node tests/hosts/many.mjs $(STORIES)

attack: dist build/bin/linear_main ## runs the tests of tests/attack, which take minutes; ONLY=text picks by file name
	@node tests/run.mjs --attack

# Fuzzing ----------------------------------------------------------------------------------
# Each tests/fuzz/NAME.c is a harness. `make fuzz` runs it under libFuzzer; `make test` runs it over the inputs that were
# kept, under a small main, replay.c (tests/node/fuzz-corpus.test.mjs).

build/list/output_list.h: tests/fuzz/output_list.mjs src/output.json
	@mkdir -p $(@D)
	@node $< >$@
build/asan/tests/fuzz/html_oracle.o build/fuzz/tests/fuzz/html_oracle.o: LAST := -Ibuild/list
build/asan/tests/fuzz/html_oracle.o build/fuzz/tests/fuzz/html_oracle.o: build/list/output_list.h

$(FUZZERS): build/bin/fuzz_%: build/fuzz/tests/fuzz/%.o $(call with_third_party,fuzz,$(FUZZ_WITH) $(CORE))
	@mkdir -p $(@D)
	@$(CLANG) $(FUZZ) -fsanitize=fuzzer -o $@ $^
$(REPLAYS): build/bin/replay_%: build/asan/tests/fuzz/%.o \
		$(call with_third_party,asan,tests/fuzz/replay.c $(FUZZ_WITH) $(CORE))
	@mkdir -p $(@D)
	@$(CC) $(ASAN) -o $@ $^

SECONDS ?= 60
fuzz: $(FUZZERS) $(REPLAYS) dist ## fuzzes for SECONDS=n in all, under ASan and UBSan, beginning with the corpus
	@node tests/fuzz/run.mjs $(SECONDS) $(FUZZERS)

# Proof of the tests -------------------------------------------------------------------------

# Coverage is measured natively, so without src/wasm, which exists on wasm32 alone and is run by tests/node.
COVER_PROGRAMS := $(patsubst tests/c/%.c,build/cover/bin/%,$(TEST_MAINS)) $(FUZZ_NAMES:%=build/cover/bin/replay_%) \
	$(patsubst tests/c/%.c,build/coversweep/bin/%,$(SWEEP_MAINS))
build/cover/tests/fuzz/html_oracle.o: LAST := -Ibuild/list
build/cover/tests/fuzz/html_oracle.o: build/list/output_list.h
$(filter build/cover/bin/replay_%,$(COVER_PROGRAMS)): build/cover/bin/replay_%: build/cover/tests/fuzz/%.o \
		$(call with_third_party,cover,tests/fuzz/replay.c $(FUZZ_WITH) $(CORE))
	@mkdir -p $(@D)
	@gcc $(COVER) -o $@ $^
$(patsubst tests/c/%.c,build/cover/bin/%,$(TEST_MAINS)): build/cover/bin/%: build/cover/tests/c/%.o \
		$(call with_third_party,cover,$(CORE))
	@mkdir -p $(@D)
	@gcc $(COVER) -o $@ $^ -lpthread
$(filter build/coversweep/%,$(COVER_PROGRAMS)): build/coversweep/bin/%: build/coversweep/tests/c/%.o \
		$(call with_third_party,coversweep,$(CORE))
	@mkdir -p $(@D)
	@gcc $(COVER) -fsanitize=address -o $@ $^
coverage: $(COVER_PROGRAMS) ## measures the lines and branches of src/ that the native tests reach; fails under 100 % and 95 %
	@node tests/coverage.mjs $(COVER_PROGRAMS)

mutants: build/list/output_list.h build/third_party/stamp dist ## breaks the rules of src/ and web/ one by one in a copy; each must be caught by a test
	@node tests/mutants.mjs $(TEST_MAINS:tests/c/%.c=%) $(REPLAYS)

# Under valgrind, the tests run with the arena as it is, since some test the arena itself; all others with that of the sweeps.
CHECKED_PROGRAMS := $(TEST_MAINS:tests/c/%.c=build/memcheck/bin/%) $(SWEEP_MAINS:tests/c/%.c=build/memchecksweep/bin/%) \
	$(FUZZ_NAMES:%=build/memchecksweep/bin/replay_%)
build/memchecksweep/tests/fuzz/html_oracle.o: LAST := -Ibuild/list
build/memchecksweep/tests/fuzz/html_oracle.o: build/list/output_list.h
$(filter build/memchecksweep/bin/replay_%,$(CHECKED_PROGRAMS)): build/memchecksweep/bin/replay_%: build/memchecksweep/tests/fuzz/%.o \
		$(call with_third_party,memchecksweep,tests/fuzz/replay.c $(FUZZ_WITH) $(CORE))
	@mkdir -p $(@D)
	@gcc $(CHECKED) -o $@ $^
$(SWEEP_MAINS:tests/c/%.c=build/memchecksweep/bin/%): build/memchecksweep/bin/%: build/memchecksweep/tests/c/%.o \
		$(call with_third_party,memchecksweep,$(CORE))
	@mkdir -p $(@D)
	@gcc $(CHECKED) -o $@ $^
$(TEST_MAINS:tests/c/%.c=build/memcheck/bin/%): build/memcheck/bin/%: build/memcheck/tests/c/%.o \
		$(call with_third_party,memcheck,$(CORE))
	@mkdir -p $(@D)
	@gcc $(CHECKED) -o $@ $^ -lpthread
build/memcheck/bin/wrong: tests/analyse/wrong.c | tools-analyse
	@mkdir -p $(@D)
	@gcc -O0 -g -w -o $@ $<
analyse: build/memcheck/bin/wrong $(CHECKED_PROGRAMS) build/list/output_list.h ## runs clang-tidy, cppcheck, gcc's analyser and valgrind over our C; ONLY=text picks by path
	@node tests/analyse.mjs $< $(CHECKED_PROGRAMS)

# The bench has a manifest of its own, so that its peers are installed for it alone. `npm ci` refuses a lockfile without the
# other machines' builds of ox-content, which not every registry has.
tests/bench/node_modules/.package-lock.json: tests/bench/package.json tests/bench/package-lock.json .npmrc | tools-test
	@npm install --no-save --loglevel=error --prefix tests/bench --userconfig .npmrc
	@touch $@
build/bin/bench_native: build/native/tests/bench/native_main.o $(call with_third_party,native,$(CORE))
	@mkdir -p $(@D)
	@gcc -O3 -o $@ $^
bench: dist build/bin/bench_native tests/bench/node_modules/.package-lock.json ## compares us with what a page would use instead (ROUNDS=n; ONLY=text picks rows)
	@node tests/bench/run.mjs

OURS_C := $(CORE) $(TEST_MAINS) $(SWEEP_MAINS)
FORMATTED := $(wildcard include/*.h src/*.[ch] src/*/*.[ch] tests/c/*.[ch] tests/fuzz/*.[ch] tests/attack/*.c tests/bench/*.c tests/budgets/*.c tests/analyse/*.[ch] tests/hosts/*.[ch] examples/*.[ch])
check: $(call objects,clang,$(CORE) $(TEST_MAINS)) ## checks that clang compiles our C without a warning, and that it is formatted
	@clang-format --dry-run -Werror $(FORMATTED)
fmt: | tools-test ## formats our C
	@clang-format -i $(FORMATTED)

clean: ## removes build/ and dist/
	rm -rf build dist

# Tools: a missing one is installed where there is apt; elsewhere its name is printed.
.PHONY: tools-lib tools-wasm tools-test tools-fuzz tools-analyse tools-hosts
tools-lib tools-wasm tools-test tools-fuzz tools-analyse tools-hosts: tools-%:
	@CC='$(CC)' src/tools.sh $*

-include $(shell find build -name '*.d' 2>/dev/null)
