package io.gatehouse.ledger;

import io.gatehouse.kernel.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * That somebody did something, as the book tells it.
 *
 * @param id of the entry
 * @param action as in {@link NewEntry#action()}
 * @param objectType as in {@link NewEntry#objectType()}
 * @param objectName how people called it then
 */
public record Change(UUID id, Instant at, Actor actor, String action, String objectType, String objectName) {}
