package io.gatehouse.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Rules by number, imported as an admin would. */
final class Rules {

    private Rules() {}

    /** Imports the rules from one number up to another. */
    static void add(Installation.Customer customer, int from, int to) {
        String content = IntStream.range(from, to)
                .mapToObj(
                        number -> """
                        {"ruleType":"BINARY","identifier":"%s","policy":"%s","scope":"organization"}""".formatted(sha256("rule " + number), number % 3 == 0 ? "BLOCKLIST" : "ALLOWLIST"))
                .collect(Collectors.joining(",", "[", "]"));
        JsonNode outcome = customer.admin()
                .post(
                        customer.path("/rules/import"),
                        Map.of("format", "json", "content", content, "mode", "MERGE", "dryRun", false));
        if (outcome.get("added").asInt() != to - from || !outcome.get("applied").asBoolean()) {
            throw new IllegalStateException("The rules were not imported: " + outcome.get("errors"));
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
