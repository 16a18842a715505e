# The one list of commands. Each finds a JDK 25 by itself.
export JAVA_HOME := $(shell bin/find-jdk)
# Builds and tests are short-lived JVMs: the quick compiler pays.
export MAVEN_OPTS := -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
MAVEN := mvn -q -B
TOOLS := mvn=maven node=nodejs npm
DIST := server/target/dist/gatehouse
SOURCES := $(shell find pom.xml */pom.xml */src/main console/src console/public console/*.json console/*.ts console/*.html bin api -type f 2>/dev/null)

.PHONY: help setup build run dev test check it api migration format bench soak dist clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:[^#]*##/\t/' | expand -t 14

setup: ## fetch and build everything that a fresh machine lacks
	@bin/find-jdk >/dev/null
	@bin/require-packages $(TOOLS)
	@$(MAKE) --no-print-directory build

build: $(DIST)/.built ## the distribution in server/target/dist, ready to start

$(DIST)/.built: $(SOURCES)
	$(MAVEN) -DskipTests package
	bin/assemble
	@touch $@

run: build ## demo: the server, four organizations, 200 simulated Macs
	@exec "$$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx256m -cp "testkit/target/testkit.jar:testkit/target/lib/*" io.gatehouse.testkit.demo.Demo

dev: build ## the server without demo, and the console with hot reload
	bin/dev

test: ## everything: format, compile checks, unit, integration, console, browser journeys
	@bin/require-packages $(TOOLS) chromium faketime
	$(MAVEN) spotless:check
	mvn -B -ntp verify
	bin/assemble
	cd console && npm run check
	cd e2e && npm ci --no-progress && npm test

check: ## the fast part of test: format, compile checks, unit and architecture tests
	$(MAVEN) spotless:check test -Dtest='*Test,*ArchTest' -Dsurefire.failIfNoSpecifiedTests=false

it: ## one test class: make it T=RulesIT
	$(MAVEN) test -Dtest='$(T)' -Dsurefire.failIfNoSpecifiedTests=false

api: ## rewrite api/openapi.json from the code, and the console's types from it
	$(MAVEN) test -pl server -am -Dtest=OpenApiIT -Dopenapi.write=true -Dsurefire.failIfNoSpecifiedTests=false
	cd console && npm run api

migration: ## a new migration: make migration MODULE=santa NAME=add_something
	@bin/new-migration "$(MODULE)" "$(NAME)"

format: ## format all code
	$(MAVEN) spotless:apply
	cd console && npm run format

bench: build ## load tests; writes the figures of docs/performance.md
	bin/bench

soak: build ## the long property tests and fuzzers
	mvn -B -ntp test -Dgatehouse.soak=true -Dtest='*Test,*IT' -Dsurefire.failIfNoSpecifiedTests=false
	for decoder in json protobuf body; do \
		JAZZER_FUZZ=1 mvn -B -ntp test -pl santa-protocol -Dtest="DecoderFuzzTest#$$decoder" || exit 1; \
	done

dist: build ## the distribution as one file
	tar -C server/target/dist -czf server/target/gatehouse.tar.gz --exclude=gatehouse/.built --exclude='*.aot' gatehouse
	@ls -l server/target/gatehouse.tar.gz

clean: ## remove what was built
	$(MAVEN) clean
