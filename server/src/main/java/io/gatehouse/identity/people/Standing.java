package io.gatehouse.identity.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member as those see them who look after people. */
record Standing(
        PersonId id,
        String email,
        String displayName,
        List<Role> roles,
        State state,
        @Nullable Instant lastSignInAt,
        Instant joinedAt) {

    /** Whether the membership counts. */
    enum State {
        ACTIVE,
        SUSPENDED
    }

    @JsonIgnore
    PersonRef ref() {
        return new PersonRef(id, displayName, email);
    }
}
