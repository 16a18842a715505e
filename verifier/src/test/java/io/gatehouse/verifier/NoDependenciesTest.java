package io.gatehouse.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar runs on a JDK alone, so its code may name nothing else. */
final class NoDependenciesTest {

    private static final List<String> ALLOWED =
            List.of("java.", "com.sun.net.httpserver.", "io.gatehouse.verifier.", "org.jspecify.annotations.");

    @Test
    void importsNothingButTheJdk() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> imports = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(NoDependenciesTest::lines)
                    .filter(line -> line.startsWith("import "))
                    .map(line -> line.replaceFirst("import (static )?", ""))
                    .distinct()
                    .toList();
            assertThat(imports).isNotEmpty().allMatch(name -> ALLOWED.stream().anyMatch(name::startsWith));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
