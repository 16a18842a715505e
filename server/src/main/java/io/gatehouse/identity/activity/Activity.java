package io.gatehouse.identity.activity;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.session.Factor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that a person did or was refused.
 *
 * @param at when; for refusals the minute in which there was at least one
 * @param factors that were shown, or the one that was wrong
 * @param detail the permission that was lacking; empty otherwise
 * @param address that it came from
 * @param browser as it calls itself
 */
record Activity(
        UUID id,
        Instant at,
        PersonRef person,
        ActivityKind kind,
        List<Factor> factors,
        String detail,
        String address,
        String browser) {}
