package io.gatehouse.identity.activity;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.session.Factor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.ledger.Change;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person did or was refused.
 *
 * @param id of a change, its entry in the book
 * @param at when; for refusals the minute in which there was at least one
 * @param factors that were shown, or the one that was wrong
 * @param detail the permission that was lacking; empty otherwise
 * @param address that it came from; empty for changes
 * @param browser as it calls itself; empty for changes
 * @param change what was changed; null for everything else
 */
record Activity(
        UUID id,
        Instant at,
        PersonRef person,
        ActivityKind kind,
        List<Factor> factors,
        String detail,
        String address,
        String browser,
        @Nullable Changed change) {

    /**
     * What the book tells of a change.
     *
     * @param organization whose book it is
     */
    record Changed(OrganizationId organization, String action, String objectType, String objectName) {}

    static Activity of(Change change, OrganizationId organization, PersonRef person) {
        Changed changed = new Changed(organization, change.action(), change.objectType(), change.objectName());
        return new Activity(change.id(), change.at(), person, ActivityKind.CHANGED, List.of(), "", "", "", changed);
    }
}
