package io.gatehouse.notifications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;

/**
 * Something happened that programs outside may want to know of. It says where to look, never what is to be seen there.
 *
 * @param subject id of the thing
 * @param path of its page below that of the organization in the console, such as {@code /requests/7}
 */
public record Announcement(Type type, UUID subject, String path) {

    /** What may happen. */
    public enum Type {
        REQUEST_SUBMITTED,
        REQUEST_ADVANCED,
        REQUEST_CLOSED;

        /** The name outside, in dots. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }
}
