package io.gatehouse.identity.domains;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Domains under which anybody gets a mailbox: nobody's own. The list is the project free-email-domains' (MIT). */
@Component
final class PublicMailDomains {

    private static final String LIST = "/identity/public-mail-domains.txt";

    private final Set<String> names = read();

    boolean contains(String name) {
        return names.contains(name);
    }

    private static Set<String> read() {
        try (InputStream list = Objects.requireNonNull(PublicMailDomains.class.getResourceAsStream(LIST));
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.US_ASCII))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
