package io.gatehouse.identity.scim;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Lets a directory change things without keeping the database from other organizations: each change holds a connection, so
 * there are few at a time, and none waits for long.
 */
@Component
final class Writes {

    static final int AT_ONCE = 2;

    /** A lock that was not to be had in time, and one that two changes kept from each other. */
    private static final Set<String> PASSING = Set.of("55P03", "40P01");

    private final Transactions transactions;
    private final ProvisioningStore store;
    private final Map<OrganizationId, Integer> running = new ConcurrentHashMap<>();

    Writes(Transactions transactions, ProvisioningStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /**
     * Does the work in a transaction of the installation, one change of the directory, or sign-in, after the other.
     *
     * @throws ScimRefusal when the directory is to come again later
     */
    <T> T one(OrganizationScope scope, Supplier<T> work) {
        OrganizationId organization = scope.organization();
        begin(organization);
        try {
            return transactions.installation(scope, () -> {
                store.limitWaiting();
                // Before any other lock, as sign-ins do: else each could wait for the other.
                store.lock(scope);
                return work.get();
            });
        } catch (DataAccessException e) {
            throw passes(e) ? ScimRefusal.locked() : e;
        } finally {
            running.computeIfPresent(organization, (_, changes) -> changes == 1 ? null : changes - 1);
        }
    }

    private void begin(OrganizationId organization) {
        running.compute(organization, (_, changes) -> {
            int others = changes == null ? 0 : changes;
            if (others == AT_ONCE) {
                throw ScimRefusal.tooManyAtOnce(AT_ONCE);
            }
            return others + 1;
        });
    }

    private static boolean passes(DataAccessException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause
                && PASSING.contains(cause.getSQLState());
    }
}
