package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.json.Fields;
import io.gatehouse.verifier.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says, as far as checks need it.
 *
 * @param place of its line
 * @param actorId null if the system itself acted
 */
record Entry(
        Place place,
        JsonValue.Members json,
        Fields fields,
        long version,
        String organization,
        Instant recordedAt,
        String action,
        String actorType,
        @Nullable String actorId,
        String objectType,
        @Nullable String objectId) {

    /** Bytes of the longest entry in a C2SP tlog-tiles log. */
    static final int LONGEST = 65_535;

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Set<String> NAMES = Set.of(
            "action",
            "actor",
            "after",
            "before",
            "correlationId",
            "id",
            "object",
            "organization",
            "reason",
            "recordedAt",
            "version");
    private static final Set<String> PARTY = Set.of("id", "name", "type");

    static Entry of(Place place, JsonValue.Members json) throws MalformedException {
        if (!json.canonical()) {
            throw new MalformedException("its bytes are not canonical JSON");
        }
        Fields fields = Fields.of(json).exactly(NAMES, Set.of());
        Fields actor = fields.object("actor").exactly(PARTY, Set.of());
        Fields object = fields.object("object").exactly(PARTY, Set.of());
        return new Entry(
                place,
                json,
                fields,
                version(fields.number("version")),
                fields.text("organization"),
                time(fields.text("recordedAt")),
                fields.text("action"),
                actor.text("type"),
                actor.optionalText("id"),
                object.text("type"),
                object.optionalText("id"));
    }

    long index() {
        return place.index();
    }

    /** The reason that was given, null if none was. */
    @Nullable
    String reason() throws MalformedException {
        return fields.optionalText("reason");
    }

    /** What {@code after} says. */
    Fields after() throws MalformedException {
        return fields.object("after");
    }

    static Instant time(String text) throws MalformedException {
        try {
            Instant time = Instant.parse(text);
            if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // As below.
        }
        throw new MalformedException("\"" + text + "\" is no time");
    }

    private static long version(long version) throws MalformedException {
        if (version < 1 || version > 2) {
            throw new MalformedException("it has version " + version + ", which needs a newer verifier");
        }
        return version;
    }
}
