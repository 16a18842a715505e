package io.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every action that the code writes into the book has a class that people gave it. */
final class RetentionClassTest {

    private static final Pattern ACTION =
            Pattern.compile("(?:NewEntry\\.of|NewEntry\\.ofPerson|entry)\\(\\s*\"([a-z-]+(?:\\.[a-z-]+)+)\"");

    @Test
    void noActionOfTheCodeIsKeptForEverUnseen() throws IOException {
        Set<String> actions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            sources.forEach(file -> ACTION.matcher(read(file)).results().forEach(found -> actions.add(found.group(1))));
        }
        assertThat(actions).hasSizeGreaterThan(40);
        actions.removeIf(action -> action.startsWith("ledger."));
        assertThat(actions).noneMatch(action -> RetentionClass.of(action) == RetentionClass.BOOK);
    }

    @Test
    void whoComesInIsToldApartFromWhoBelongs() {
        assertThat(RetentionClass.of("person.sign-in")).isEqualTo(RetentionClass.ACCESS);
        assertThat(RetentionClass.of("person.join")).isEqualTo(RetentionClass.PEOPLE);
        assertThat(RetentionClass.of("ledger.erase")).isEqualTo(RetentionClass.BOOK);
        assertThat(RetentionClass.of("unheard-of.thing")).isEqualTo(RetentionClass.BOOK);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
