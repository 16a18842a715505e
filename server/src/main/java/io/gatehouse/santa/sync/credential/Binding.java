package io.gatehouse.santa.sync.credential;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To what a device is bound.
 *
 * @param certificateHash hexadecimal
 * @param released whether its next contact binds it anew
 */
record Binding(
        UUID enrolmentId,
        String enrolment,
        String credentialKind,
        @Nullable String certificateSubject,
        @Nullable String certificateHash,
        boolean released) {

    /** The fields that the book keeps. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("enrolmentId", enrolmentId.toString());
        facts.put("enrolment", enrolment);
        facts.put("credentialKind", credentialKind);
        facts.put("certificateSubject", certificateSubject);
        facts.put("certificateHash", certificateHash);
        facts.put("credentialReleased", released);
        return facts;
    }
}
