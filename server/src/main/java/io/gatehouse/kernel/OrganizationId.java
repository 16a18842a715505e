package io.gatehouse.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Who is isolated from whom: a provider, a customer of one, or an enterprise standing alone. */
public record OrganizationId(@JsonValue UUID value) {

    /** Reads the textual form of a UUID. */
    @JsonCreator
    public static OrganizationId of(String text) {
        return new OrganizationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
