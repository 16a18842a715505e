package io.gatehouse.identity;

import java.util.UUID;

/** Somebody asked for a new password; for whom, and whether for anybody, is known when the letter is written. */
public record PasswordResetAsked(UUID asking) {}
