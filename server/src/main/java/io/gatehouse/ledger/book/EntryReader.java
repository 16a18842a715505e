package io.gatehouse.ledger.book;

import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationScope;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads entries back from their canonical bytes and puts the sealed values in where they were not erased. */
@Component
final class EntryReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ERASED = "(erased)";

    private final Payloads payloads;

    EntryReader(Payloads payloads) {
        this.payloads = payloads;
    }

    List<EntryView> read(OrganizationScope scope, List<EntryStore.Row> rows) {
        Map<UUID, Map<String, Commitment>> values =
                payloads.of(scope, rows.stream().map(EntryStore.Row::id).toList());
        return rows.stream()
                .map(row -> view(row, values.getOrDefault(row.id(), Map.of())))
                .toList();
    }

    private static EntryView view(EntryStore.Row row, Map<String, Commitment> values) {
        JsonNode entry = restore("", JSON.readTree(row.canonical()), values);
        @Nullable String actor = text(entry.at("/actor/id"));
        return new EntryView(
                row.id(),
                row.recordedAt(),
                new Actor(
                        Actor.Type.valueOf(entry.at("/actor/type").asString()),
                        actor == null ? null : UUID.fromString(actor),
                        entry.at("/actor/name").asString(ERASED)),
                entry.at("/action").asString(),
                new EntryView.ObjectView(
                        entry.at("/object/type").asString(),
                        entry.at("/object/id").asString(),
                        entry.at("/object/name").asString(ERASED)),
                text(entry.at("/reason")),
                present(entry.at("/before")),
                present(entry.at("/after")),
                entry.at("/correlationId").asString(),
                HexFormat.of().formatHex(row.leafHash()),
                row.index(),
                null,
                null);
    }

    private static JsonNode restore(String path, JsonNode node, Map<String, Commitment> values) {
        if (node instanceof ObjectNode object) {
            if (Commitment.isMark(object)) {
                return value(object, values.get(path));
            }
            for (String name : List.copyOf(object.propertyNames())) {
                String child = path + "/" + name.replace("~", "~0").replace("/", "~1");
                object.set(name, restore(child, object.get(name), values));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, restore(path + "/" + i, array.get(i), values));
            }
        }
        return node;
    }

    private static JsonNode value(ObjectNode mark, @Nullable Commitment commitment) {
        if (commitment == null) {
            return mark;
        }
        if (!commitment.hash().equals(mark.get(Commitment.MARK).asString())) {
            throw new IllegalStateException("The value at " + commitment.path() + " is not the one that was recorded");
        }
        return JSON.readTree(commitment.json());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() ? null : node.asString();
    }

    private static @Nullable JsonNode present(JsonNode node) {
        return node.isNull() ? null : node;
    }
}
