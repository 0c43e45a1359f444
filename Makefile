# make            builds build/dateline, build/libdateline.a and build/libdateline.so
# make charts     draws every timeline of events/ into output/, and those of docs/ beside
#                 their text
# make stale      the charts again; fails where a picture that is kept in git is not the
#                 one that they make now
# make test       builds and runs the tests (UPDATE=1 rewrites what they expect)
# make test-embed charts in documents, with the programs that read them (it installs them:
#                 browsers, office and TeX, some 2 GB); docs/embedding.md has what it finds
# make sanitize   the tests again, with the address and undefined behaviour sanitizers
# make layers     who may include whom, and whether each header compiles alone
# make bench      builds and runs the programs of tests/bench, which measure
# make bench-labella  our labels against those of labella, which npm fetches
# make random     draws and measures 2,000 random timelines, which takes a while
# make install    PREFIX (/usr/local) and DESTDIR are honoured; also: uninstall
# make deps       installs what is missing, as all of these do first; DEPS=skip: never

VERSION = $(shell sed -n 's/^.define DL_VERSION "\(.*\)"/\1/p' include/dateline.h)
PREFIX ?= /usr/local
BUILD ?= build
DEPS ?= install
CFLAGS ?= -O2 -g
WERROR ?= 0

WARNINGS = -Wall -Wextra -Wconversion -Wshadow \
	$(if $(filter 1,$(WERROR)),-Werror)
ALL_CFLAGS = -std=gnu11 -Isrc -Iinclude -fPIC -fvisibility=hidden $(WARNINGS) $(CFLAGS)
# pkg-config runs in the recipes, when the packages are there.
TEXT_LIBRARIES = pangocairo pangoft2 fontconfig harfbuzz harfbuzz-subset
PICTURE_LIBRARIES = cairo gdk-pixbuf-2.0 librsvg-2.0
RENDER_LIBRARIES = cairo libpng libqpdf
LIBRARIES = glib-2.0 yaml-0.1 json-glib-1.0 $(TEXT_LIBRARIES) $(PICTURE_LIBRARIES) \
	$(RENDER_LIBRARIES)
LIBS = $$(pkg-config --libs $(LIBRARIES)) -lm

SOURCES = $(wildcard src/dateline.c src/*/*.c src/*/*/*.c)
CLI_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(filter src/cli/%,$(SOURCES)))
LIB_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(filter-out src/cli/%,$(SOURCES)))
TESTS = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/test_*.c))
HARNESS = $(BUILD)/tests/bench/random
BENCHES = $(filter-out $(HARNESS),$(patsubst %.c,$(BUILD)/%,$(wildcard tests/bench/*.c)))
PROGRAM = $(BUILD)/dateline
STATIC = $(BUILD)/libdateline.a
SONAME = libdateline.so.0
TIMELINES = $(wildcard events/*.yaml)
DOCS = $(wildcard docs/*.yaml)
SANITIZERS = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined \
	-fno-sanitize-recover=all

.PHONY: all charts stale test run-tests test-embed bench bench-labella random sanitize \
	layers format install uninstall deps clean
.DELETE_ON_ERROR:
.SECONDARY:

all: $(PROGRAM) $(STATIC) $(BUILD)/libdateline.so

$(PROGRAM): $(CLI_OBJECTS) $(STATIC)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(STATIC): $(LIB_OBJECTS)
	@rm -f $@
	$(AR) qcs $@ $^

$(BUILD)/libdateline.so: $(LIB_OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,$(SONAME) -o $@ $^ $(LIBS)

# Each folder sees the libraries that it may use, and no other.
MODULES = glib-2.0
$(BUILD)/src/read/%.o: MODULES = glib-2.0 yaml-0.1 json-glib-1.0
$(BUILD)/src/picture/%.o: MODULES = glib-2.0 $(PICTURE_LIBRARIES)
$(BUILD)/src/text/%.o: MODULES = glib-2.0 cairo $(TEXT_LIBRARIES)
$(BUILD)/src/render/%.o: MODULES = glib-2.0 $(RENDER_LIBRARIES)
$(BUILD)/tests/%.o: MODULES = $(LIBRARIES) cmocka

$(BUILD)/%.o: %.c | deps
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP $$(pkg-config --cflags $(MODULES)) -c -o $@ $<

RANDOM = $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/random_*.c))

$(BUILD)/tests/test_%: $(BUILD)/tests/test_%.o $(BUILD)/tests/tests.o $(RANDOM) $(STATIC)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) $$(pkg-config --libs cmocka)

$(BUILD)/tests/bench/%: $(BUILD)/tests/bench/%.o $(RANDOM) $(STATIC)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

-include $(patsubst %.c,$(BUILD)/%.d,$(SOURCES) $(wildcard tests/*.c tests/*/*.c))

charts: $(PROGRAM)
	for file in $(TIMELINES); do $(PROGRAM) render "$$file" -o output/ || exit; done
	for file in $(DOCS); do $(PROGRAM) render "$$file" -f svg -o docs/ || exit; done

# Those of `output/` that git ignores are kept nowhere, so they cannot be stale.
PICTURES = 'output/*.svg' 'docs/*.svg'

stale: charts
	@changed=$$(git diff --name-only -- $(PICTURES)) && \
	new=$$(git ls-files --others --exclude-standard -- $(PICTURES)) && \
	for file in $$changed $$new; do echo "$$file: not the picture that git keeps"; done && \
	[ -z "$$changed$$new" ]

RUN_TESTS = DATELINE=$(PROGRAM) tests/run.sh $(TESTS)

test: layers $(PROGRAM) $(TESTS)
	@$(RUN_TESTS)

run-tests: $(PROGRAM) $(TESTS)
	@$(RUN_TESTS)

# What the programs are asked for, and npm's, stay in its folder.
test-embed: $(PROGRAM)
	@[ "$(DEPS)" = skip ] || tests/embed/install $(BUILD)/embed
	@EMBED=$(BUILD)/embed DATELINE=$(PROGRAM) node tests/embed/run.mjs

bench: $(BENCHES)
	@for program in $(BENCHES); do echo "$$program:" && $$program || exit; done

LABELLA = $(BUILD)/tests/bench/labella

bench-labella: $(PROGRAM)
	@mkdir -p $(LABELLA)
	cp tests/bench/labella/* $(LABELLA)
	cd $(LABELLA) && npm install --no-package-lock --no-audit --no-fund --silent
	node $(LABELLA)/compare.mjs $(abspath $(PROGRAM)) events/diplomacy.yaml

random: $(HARNESS)
	$(HARNESS)

sanitize:
	LSAN_OPTIONS=suppressions=$(CURDIR)/tests/leaks.supp:print_suppressions=0 \
	$(MAKE) --no-print-directory BUILD=$(BUILD)/sanitize CFLAGS="$(SANITIZERS)" run-tests

layers: | deps
	CC="$(CC)" tests/check-layers.sh

format:
	clang-format -i $(wildcard $(addsuffix .[ch],src/* src/*/* src/*/*/* include/* tests/* tests/*/*))

install: all
	install -d $(addprefix $(DESTDIR)$(PREFIX)/,bin include lib/pkgconfig share/dateline)
	install -m 644 share/dateline.lua $(DESTDIR)$(PREFIX)/share/dateline/
	install $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/
	install -m 644 include/dateline.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 $(STATIC) $(DESTDIR)$(PREFIX)/lib/
	install $(BUILD)/libdateline.so $(DESTDIR)$(PREFIX)/lib/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(PREFIX)/lib/libdateline.so
	sed 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' src/dateline.pc.in \
		> $(DESTDIR)$(PREFIX)/lib/pkgconfig/dateline.pc

uninstall:
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/,bin/dateline include/dateline.h \
		share/dateline/dateline.lua \
		$(addprefix lib/,libdateline.a libdateline.so $(SONAME) pkgconfig/dateline.pc))

deps:
	@[ "$(DEPS)" = skip ] || .ci/install-deps

clean:
	rm -rf $(BUILD)
