package io.gatehouse.identity.fallback;

import io.gatehouse.kernel.PersonId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Through which provider an organization's people must come in.
 *
 * @param provider null: people may sign in here as well
 * @param fallbackPeople who may come in without it, with a second factor
 */
record RequiredProvider(
        @Nullable UUID provider, @NotNull @Size(max = 10) List<@NotNull PersonId> fallbackPeople) {}
