package io.gatehouse.identity.warnings;

import io.gatehouse.identity.SignInWarningLetters.About;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * A letter that an administrator gets, or got.
 *
 * @param subject id of the provider, or the domain
 * @param days before the end
 */
record Warning(UUID id, PersonId person, About about, String subject, Instant endsAt, int days) {}
