package io.gatehouse.approvals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * SHA-256, in 64 lower-case hex digits, of the canonical content (RFC 8785) of a request. A decision is bound to what its
 * maker saw.
 */
public record ContentHash(@JsonValue String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** Checks the form. */
    public ContentHash {
        if (!FORM.matcher(hex).matches()) {
            throw ApprovalProblem.CONTENT_CHANGED.because(
                    "contentHash must be the 64 hex digits that the request shows");
        }
    }

    /** Reads the textual form. */
    @JsonCreator
    public static ContentHash of(String text) {
        return new ContentHash(text);
    }

    @Override
    public String toString() {
        return hex;
    }
}
