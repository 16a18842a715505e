/**
 * Telling people: letters by e-mail, through an outbox. Whoever has something to tell publishes an event with ids; here
 * it becomes a row, and a letter at the moment of sending. Telling programs: signed messages to the destinations that an
 * organization names, by {@link io.gatehouse.notifications.Announcements}. What concerns each person, for the bell, by
 * {@link io.gatehouse.notifications.Notifications}; what is decided in chats, by {@link io.gatehouse.notifications.Chats}.
 *
 * <p>Owns schema {@code notifications}. Implements {@link io.gatehouse.identity.Mailing}. Permissions:
 * {@code installation.operate} to look after the mail, {@code people.read} for what became of an organization's letters,
 * {@code ledger.read} for its checkpoint by mail, {@code organization.manage} for its destinations.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ledger", "identity"})
@NullMarked
package io.gatehouse.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
