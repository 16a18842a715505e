package io.gatehouse.kernel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals what may have to be forgotten; the vault implements it. Each value is sealed under two keys: its subject's, and its
 * period's. Once either is destroyed nobody can open the value again, wherever a copy of it lies.
 */
public interface ErasableSealer {

    /**
     * A value to be sealed.
     *
     * @param subject whose key; until the transaction ends it cannot be destroyed
     * @param period whose key; must not be destroyed before all its values were sealed long ago
     * @param purpose bound to the result: opening under another purpose fails
     */
    record Plain(UUID subject, String period, String purpose, byte[] value) {

        /** Says nothing of the value. */
        @Override
        public String toString() {
            return "Plain[" + purpose + "]";
        }
    }

    /** A sealed value and what for it was sealed. */
    record Sealed(String purpose, byte[] bytes) {}

    /** Seals in the caller's open transaction of that scope, making keys that do not exist. */
    List<byte[]> seal(OrganizationScope scope, List<Plain> values);

    /**
     * Opens in the caller's open transaction of that scope, also what {@link Sealer#seal(OrganizationId, String, byte[])}
     * made. Empty where a key was destroyed.
     *
     * @throws IllegalArgumentException when one was changed, or sealed for another organization or purpose
     */
    List<Optional<byte[]>> open(OrganizationScope scope, List<Sealed> values);
}
