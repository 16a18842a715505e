package io.gatehouse.ledger.book;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.NewEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says who may have a value erased that does not say so itself. */
final class Subjects {

    private static final String PERSON = "person";

    private Subjects() {}

    /** Of the actor's name: the actor; of the server's own, which nobody has erased, the organization. */
    static UUID ofActor(OrganizationScope scope) {
        UUID actor = scope.actor().id();
        return actor == null ? scope.organization().value() : actor;
    }

    /** Of the object's name and of large fields: the person whom the entry is about, otherwise the actor. */
    static UUID of(OrganizationScope scope, NewEntry entry) {
        return entry.objectType().equals(PERSON) ? UUID.fromString(entry.objectId()) : ofActor(scope);
    }

    /** Whose value each commitment of an entry stands for, by the value's JSON pointer. */
    static Map<String, UUID> of(OrganizationScope scope, JsonNode entry) {
        Map<String, UUID> subjects = new HashMap<>();
        collect(scope, entry, "", entry, subjects);
        return subjects;
    }

    private static void collect(
            OrganizationScope scope, JsonNode entry, String path, JsonNode node, Map<String, UUID> subjects) {
        if (node instanceof ObjectNode object && Commitment.isMark(object)) {
            String said = object.path(Commitment.SUBJECT).asString("");
            subjects.put(path, said.isEmpty() ? before(scope, entry, path) : UUID.fromString(said));
        } else if (node instanceof ObjectNode object) {
            object.propertyStream()
                    .forEach(field -> collect(
                            scope,
                            entry,
                            path + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                            field.getValue(),
                            subjects));
        } else {
            for (int i = 0; i < node.size(); i++) {
                collect(scope, entry, path + "/" + i, node.get(i), subjects);
            }
        }
    }

    /** In entries of version 1, which do not say it; migrations gave their values the same. */
    private static UUID before(OrganizationScope scope, JsonNode entry, String path) {
        boolean person = !path.equals("/actor/name")
                && entry.at("/object/type").asString().equals(PERSON);
        JsonNode subject = person ? entry.at("/object/id") : entry.at("/actor/id");
        return subject.isNull() ? scope.organization().value() : UUID.fromString(subject.asString());
    }
}
