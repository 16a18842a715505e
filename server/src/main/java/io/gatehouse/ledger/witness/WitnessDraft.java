package io.gatehouse.ledger.witness;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.ledger.checkpoint.CosignerKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A witness as somebody names it.
 *
 * @param name lower-case letters, digits, dots and dashes, at most 40
 * @param url where it listens, with or without {@code /add-checkpoint}
 * @param keys one or two verifier keys, as the witness prints them: Ed25519, ML-DSA-44
 */
record WitnessDraft(
        @Nullable String name,
        @Nullable String url,
        @Nullable List<String> keys) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");
    private static final int LONGEST_URL = 400;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** A policy means nobody by it. */
    private static final String NOBODY = "none";

    /** @throws ProblemException that names what is wrong */
    Witness read() {
        String wanted = name == null ? "" : name.strip();
        if (!NAME.matcher(wanted).matches() || wanted.equals(NOBODY)) {
            throw ProblemException.invalid(
                    "name",
                    "must be 1 to 40 lower-case letters, digits, dots and dashes, such as auditor, and not none");
        }
        return new Witness(Ids.next(), wanted, address(), cosigners(), 0, 0);
    }

    private URI address() {
        String text = url == null ? "" : url.strip().replaceFirst("/(add-checkpoint)?$", "");
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
                "must be an https or http address without user, query and fragment, such as https://witness.example.com");
    }

    private List<CosignerKey> cosigners() {
        List<CosignerKey> read = new ArrayList<>();
        for (String line : keys == null ? List.<String>of() : keys) {
            CosignerKey key = cosigner(line);
            if (read.stream().anyMatch(other -> other.type() == key.type())) {
                throw ProblemException.invalid("keys", "must have one key of each type at most");
            }
            read.add(key);
        }
        if (read.isEmpty()) {
            throw ProblemException.invalid("keys", "must be the one or two keys that the witness printed");
        }
        return List.copyOf(read);
    }

    private static CosignerKey cosigner(@Nullable String line) {
        try {
            return CosignerKey.parse(line == null ? "" : line.strip());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("keys", String.valueOf(e.getMessage()));
        }
    }
}
