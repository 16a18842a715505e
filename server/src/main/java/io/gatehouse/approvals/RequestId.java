package io.gatehouse.approvals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one request. */
public record RequestId(@JsonValue UUID value) {

    /** Reads the textual form of a UUID. */
    @JsonCreator
    public static RequestId of(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
