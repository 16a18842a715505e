package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policy.Policy;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A policy's JSON form: as it is kept, exported and compared. */
final class PolicyJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private PolicyJson() {}

    static String write(Policy policy) {
        return JSON.writeValueAsString(policy);
    }

    static Policy read(String json) {
        return JSON.readValue(json, Policy.class);
    }

    static Map<String, Object> values(String json) {
        return JSON.readValue(json, VALUES);
    }

    static JsonNode tree(Object part) {
        return JSON.valueToTree(part);
    }
}
