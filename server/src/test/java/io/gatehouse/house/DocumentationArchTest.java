package io.gatehouse.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.Gatehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The map of the house shows every room, and no test forges or dozes. */
final class DocumentationArchTest {

    @Test
    void theProjectsStructureNamesEveryModule() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "PROJECT_STRUCTURE.md"));
        assertThat(ApplicationModules.of(Gatehouse.class).stream()
                        .map(module -> module.getIdentifier().toString())
                        .filter(module -> !page.contains("`" + module + "`") && !page.contains(module + "/`")))
                .isEmpty();
    }

    @Test
    void testsNeitherSleepNorMock() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            List<Path> wrong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("DocumentationArchTest.java"))
                    .filter(DocumentationArchTest::sleepsOrMocks)
                    .toList();
            assertThat(wrong).isEmpty();
        }
    }

    private static boolean sleepsOrMocks(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("Thread.sleep(") || text.contains("SECONDS.sleep(") || text.contains("org.mockito");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
