package io.gatehouse.identity.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows passwords that were stolen elsewhere, without asking anybody: from our list, and from the installation's. */
@Component
final class BreachedPasswords {

    private static final String LIST = "/passwords/breached.txt";

    private final List<String> list;
    private final Set<String> known;
    private final @Nullable SortedHashes file;

    BreachedPasswords(PolicySettings settings) {
        this.list = read();
        this.known = Set.copyOf(list);
        this.file = settings.breachedFile() == null ? null : SortedHashes.open(settings.breachedFile());
    }

    /** The most frequent first. */
    List<String> list() {
        return list;
    }

    boolean contains(String password) {
        return known.contains(password.toLowerCase(Locale.ROOT)) || (file != null && file.containsSha1Of(password));
    }

    private static List<String> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BreachedPasswords.class.getResourceAsStream(LIST)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
