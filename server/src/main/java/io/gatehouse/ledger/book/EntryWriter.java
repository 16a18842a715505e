package io.gatehouse.ledger.book;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Turns what happened into canonical bytes, once; they are never derived again. */
final class EntryWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int VERSION = 2;
    private static final long LARGEST_EXACT = 1L << 53;

    private final List<Commitment> commitments = new ArrayList<>();
    private final boolean committed;
    private final UUID actor;
    private final UUID subject;

    private EntryWriter(OrganizationScope scope, NewEntry entry, boolean committed) {
        this.committed = committed;
        this.actor = Subjects.ofActor(scope);
        this.subject = Subjects.of(scope, entry);
    }

    /** @throws IllegalArgumentException when a value is of a kind that {@link NewEntry} does not allow */
    static CanonicalEntry write(OrganizationScope scope, NewEntry entry, UUID id, Instant at, String correlation) {
        CanonicalEntry whole = new EntryWriter(scope, entry, true).build(scope, entry, id, at, correlation, false);
        if (whole.bytes().length <= CanonicalEntry.LONGEST) {
            return whole;
        }
        CanonicalEntry brief = new EntryWriter(scope, entry, true).build(scope, entry, id, at, correlation, true);
        if (brief.bytes().length > CanonicalEntry.LONGEST) {
            throw new IllegalArgumentException("An entry's names and reason must not exceed 64 KiB");
        }
        return brief;
    }

    private CanonicalEntry build(
            OrganizationScope scope, NewEntry entry, UUID id, Instant at, String correlation, boolean brief) {
        Map<String, @Nullable Object> who = new HashMap<>();
        who.put("type", scope.actor().type().name());
        who.put("id", plain("", scope.actor().id()));
        who.put("name", commit("/actor/name", actor, scope.actor().displayName()));
        Map<String, @Nullable Object> object = new HashMap<>();
        object.put("type", entry.objectType());
        object.put("id", entry.objectId());
        object.put(
                "name",
                entry.nameIsPersonal() ? commit("/object/name", subject, entry.objectName()) : entry.objectName());
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("version", VERSION);
        all.put("organization", scope.organization().toString());
        all.put("id", id.toString());
        all.put("recordedAt", at.toString());
        all.put("actor", who);
        all.put("action", entry.action());
        all.put("object", object);
        all.put("reason", entry.reason());
        all.put("before", fields(scope, entry, "/before", entry.before(), brief));
        all.put("after", fields(scope, entry, "/after", entry.after(), brief));
        all.put("correlationId", correlation);
        return new CanonicalEntry(canonical(all).getBytes(StandardCharsets.UTF_8), commitments);
    }

    private @Nullable Object fields(
            OrganizationScope scope,
            NewEntry entry,
            String path,
            @Nullable Map<String, @Nullable Object> fields,
            boolean brief) {
        if (fields == null) {
            return null;
        }
        return brief
                ? commit(path, subject, new EntryWriter(scope, entry, false).plain(path, fields))
                : plain(path, fields);
    }

    private @Nullable Object plain(String path, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Personal personal -> committed ? commit(path, personal.subject(), personal.value()) : personal.value();
            case String text -> text;
            case Boolean truth -> truth;
            case Integer number -> number;
            case Long number -> Math.abs(number) < LARGEST_EXACT ? number : number.toString();
            case Double number when Double.isFinite(number) -> number;
            case Enum<?> constant -> constant.name();
            case UUID id -> id.toString();
            case PersonId id -> id.toString();
            case OrganizationId id -> id.toString();
            case Instant time -> time.toString();
            case Duration duration -> duration.toString();
            case Map<?, ?> map -> map(path, map);
            case Collection<?> list -> list(path, list);
            default -> throw new IllegalArgumentException(path + " must not be a " + value.getClass());
        };
    }

    private Map<String, @Nullable Object> map(String path, Map<?, ?> map) {
        Map<String, @Nullable Object> plain = new HashMap<>();
        map.forEach((key, value) -> plain.put(key.toString(), plain(path + "/" + escape(key.toString()), value)));
        return plain;
    }

    private List<@Nullable Object> list(String path, Collection<?> list) {
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object value : list) {
            plain.add(plain(path + "/" + plain.size(), value));
        }
        return plain;
    }

    private Map<String, String> commit(String path, UUID whose, @Nullable Object value) {
        Commitment commitment =
                Commitment.to(path, whose, value instanceof String text ? quoted(text) : canonical(value));
        commitments.add(commitment);
        return Map.of(Commitment.MARK, commitment.hash(), Commitment.SUBJECT, whose.toString());
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** The canonicalizer takes objects and arrays only; a text is canonical inside of one. */
    private static String quoted(String text) {
        String array = canonical(List.of(text));
        return array.substring(1, array.length() - 1);
    }

    private static String canonical(@Nullable Object value) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
