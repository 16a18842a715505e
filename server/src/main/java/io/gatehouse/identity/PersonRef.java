package io.gatehouse.identity;

import io.gatehouse.kernel.PersonId;

/**
 * A person as others see them.
 *
 * @param email in lower case
 */
public record PersonRef(PersonId id, String displayName, String email) {}
