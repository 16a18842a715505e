package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON forms that are kept, and the canonical one that is hashed. */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private Documents() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static Map<String, String> texts(String json) {
        return Map.copyOf(JSON.readValue(json, TEXTS));
    }

    static Map<String, Object> values(String json) {
        return JSON.readValue(json, VALUES);
    }

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    /** Everything that an approver is shown and decides on. */
    static ContentHash hash(NewRequest request, PersonId requester) {
        Map<String, Object> content = Map.of(
                "kind", request.kind(),
                "subjectKey", request.subjectKey(),
                "title", request.title(),
                "subject", request.subject(),
                "justification", request.justification().text(),
                "requester", requester.toString());
        return new ContentHash(HexFormat.of().formatHex(Sha256.of(canonical(write(content)))));
    }

    private static byte[] canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
