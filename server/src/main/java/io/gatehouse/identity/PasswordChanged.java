package io.gatehouse.identity;

import io.gatehouse.kernel.PersonId;
import java.util.UUID;

/** A person's password was changed or reset: they are to be told. */
public record PasswordChanged(PersonId person, UUID change) {}
