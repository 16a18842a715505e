package io.gatehouse.notifications.deliveries;

import io.gatehouse.kernel.ProblemException;
import io.gatehouse.notifications.Announcement;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A destination as somebody describes it.
 *
 * @param name 1 to 80 characters
 * @param url an https or http address without user, query and fragment: they stand in logs
 * @param types of messages that it wants, at least one
 */
record DestinationDraft(
        @Nullable String name,
        @Nullable String url,
        @Nullable List<Announcement.@NotNull Type> types) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_URL = 500;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** What was read. */
    record Read(String name, URI url, List<String> types) {}

    /** @throws ProblemException that names what is wrong */
    Read read() {
        return new Read(readName(), readUrl(), readTypes());
    }

    private String readName() {
        String text = name == null ? "" : name.strip();
        if (text.isEmpty() || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid("name", "must have 1 to " + LONGEST_NAME + " characters in one line");
        }
        return text;
    }

    private URI readUrl() {
        String text = url == null ? "" : url.strip();
        try {
            URI address = new URI(text);
            if (text.length() <= LONGEST_URL
                    && address.getScheme() != null
                    && SCHEMES.contains(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Answered as any other address that is none.
        }
        throw ProblemException.invalid(
                "url",
                "must be an https or http address without user, query and fragment, such as"
                        + " https://hooks.example.com/gatehouse");
    }

    private List<String> readTypes() {
        List<String> wanted = types == null
                ? List.of()
                : types.stream()
                        .map(Announcement.Type::code)
                        .distinct()
                        .sorted()
                        .toList();
        if (wanted.isEmpty()) {
            throw ProblemException.invalid("types", "must name at least one type of messages, such as request.closed");
        }
        return wanted;
    }
}
