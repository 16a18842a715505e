package io.gatehouse.notifications.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of the latest letter to an invited person. */
record LetterFate(
        UUID invitationId, Mail.State state, @Nullable String problem, Instant at) {}
