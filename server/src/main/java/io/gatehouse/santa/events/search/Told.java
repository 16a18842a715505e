package io.gatehouse.santa.events.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what the intake wrote as JSON, where empty fields are left out. */
record Told(JsonNode json) {

    /** A certificate of a signing chain. */
    record Certificate(
            @Nullable String sha256,
            @Nullable String commonName,
            @Nullable String organization,
            @Nullable String organizationalUnit,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {

        static final Certificate NONE = new Certificate(null, null, null, null, null, null);
    }

    /** An entitlement; the value is the JSON text that the Mac sent. */
    record Entitlement(@Nullable String key, @Nullable String value) {}

    boolean has(String name) {
        return json.has(name);
    }

    Told object(String name) {
        return new Told(json.path(name));
    }

    @Nullable
    String text(String name) {
        JsonNode value = json.path(name);
        return value.isString() ? value.asString() : null;
    }

    @Nullable
    Long number(String name) {
        JsonNode value = json.path(name);
        return value.isNumber() ? Long.valueOf(value.asLong()) : null;
    }

    boolean flag(String name) {
        return json.path(name).asBoolean(false);
    }

    /** Seconds since 1970. */
    @Nullable
    Instant time(String name) {
        Long seconds = number(name);
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        json.path(name).forEach(value -> all.add(value.asString()));
        return all;
    }

    List<Certificate> certificates(String name) {
        List<Certificate> all = new ArrayList<>();
        json.path(name).forEach(value -> all.add(certificate(new Told(value))));
        return all;
    }

    List<Entitlement> entitlements(String name) {
        List<Entitlement> all = new ArrayList<>();
        json.path(name).forEach(value -> {
            Told told = new Told(value);
            all.add(new Entitlement(told.text("key"), told.text("value")));
        });
        return all;
    }

    private static Certificate certificate(Told told) {
        return new Certificate(
                told.text("sha256"),
                told.text("commonName"),
                told.text("organization"),
                told.text("organizationalUnit"),
                told.time("validFrom"),
                told.time("validUntil"));
    }
}
