package io.gatehouse.testkit.fleet.software;

/** One certificate of a signing chain; validity in Unix seconds. */
public record Certificate(
        String sha256, String commonName, String organization, String unit, long validFrom, long validUntil) {}
