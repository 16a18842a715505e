package io.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The console has words for every action that the code writes into the book. */
final class ActionWordsTest {

    /** As an action is written: what it is done to, and what is done. */
    private static final Pattern ACTION = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");

    private static final Path CODE = Path.of("src/main/java/io/gatehouse");
    private static final Path WORDS = Path.of("../console/src/locales/en/ledger.json");

    @Test
    void noActionIsWithoutWords() throws IOException {
        Set<String> written = written();
        assertThat(written)
                .contains("rule.create", "person.sign-in", "ledger.export")
                .hasSizeGreaterThan(80);
        assertThat(words()).containsAll(written);
    }

    private static Set<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ActionWordsTest::read)
                    .filter(code -> code.contains("NewEntry"))
                    .flatMap(code -> ACTION.matcher(code).results())
                    .map(action -> action.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> words() {
        JsonNode kinds = JsonMapper.shared().readTree(read(WORDS)).path("action");
        return kinds.propertyStream()
                .flatMap(kind -> kind.getValue().propertyNames().stream().map(name -> kind.getKey() + "." + name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
