package io.gatehouse.ledger;

import io.gatehouse.kernel.PersonId;
import java.util.UUID;

/**
 * A personal or secret value: the entry commits to a salted hash of it, the plaintext is kept sealed and apart, and may
 * be erased without harming the entry.
 *
 * @param subject id of whoever may have it erased: mostly a person
 */
public record Personal(String value, UUID subject) {

    /** A person's own value. */
    public Personal(String value, PersonId person) {
        this(value, person.value());
    }

    @Override
    public String toString() {
        return "Personal[...]";
    }
}
