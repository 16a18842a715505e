package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.json.Fields;
import io.gatehouse.verifier.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the commitments of an entry. */
final class Commitments {

    private static final String MARK = "$commitment";
    private static final String SUBJECT = "subject";

    private final Entry entry;
    private final Map<String, Commitment> found = new LinkedHashMap<>();

    private Commitments(Entry entry) {
        this.entry = entry;
    }

    /**
     * A commitment.
     *
     * @param hash in Base64url
     * @param subject who may have the value erased; null if nobody
     * @param start where its bytes begin
     * @param end where they have ended
     */
    record Commitment(String hash, @Nullable String subject, int start, int end) {}

    /** All of an entry by their JSON pointers. */
    static Map<String, Commitment> of(Entry entry) throws MalformedException {
        Commitments commitments = new Commitments(entry);
        commitments.at("/actor/name", entry.fields().object("actor").need("name"));
        commitments.at("/after", entry.fields().need("after"));
        commitments.at("/before", entry.fields().need("before"));
        commitments.at("/object/name", entry.fields().object("object").need("name"));
        return commitments.found;
    }

    private void at(String pointer, JsonValue value) throws MalformedException {
        switch (value) {
            case JsonValue.Members object
            when object.members().containsKey(MARK) -> found.put(pointer, commitment(pointer, object));
            case JsonValue.Members object -> within(pointer, object.members());
            case JsonValue.Items array -> within(pointer, array.items());
            case JsonValue.Text _, JsonValue.Numeral _, JsonValue.Truth _, JsonValue.Nothing _ -> {}
        }
    }

    private void within(String pointer, Map<String, JsonValue> members) throws MalformedException {
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            String name = member.getKey();
            if (member.getValue() instanceof JsonValue.Members || member.getValue() instanceof JsonValue.Items) {
                at(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), member.getValue());
            }
        }
    }

    private void within(String pointer, List<JsonValue> items) throws MalformedException {
        for (int i = 0; i < items.size(); i++) {
            at(pointer + "/" + i, items.get(i));
        }
    }

    private Commitment commitment(String pointer, JsonValue.Members object) throws MalformedException {
        boolean implied = entry.version() == 1;
        Fields fields = Fields.of(object).exactly(implied ? Set.of(MARK) : Set.of(MARK, SUBJECT), Set.of());
        String subject = implied ? impliedSubject(pointer) : fields.optionalText(SUBJECT);
        return new Commitment(fields.text(MARK), subject, object.start(), object.end());
    }

    private @Nullable String impliedSubject(String pointer) {
        boolean ofObject = !pointer.equals("/actor/name") && Objects.equals(entry.objectType(), "person");
        return ofObject ? entry.objectId() : entry.actorId();
    }
}
