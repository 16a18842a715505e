package io.gatehouse.santa.durable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Stores the items of a group in the transaction that is open on the connection. */
@FunctionalInterface
public interface GroupWriter<T> {

    /**
     * Writes all items. May be called again with the same items after a roll-back, so that it must not remember anything of
     * a call whose transaction may not have been committed. It neither commits nor rolls back, and names the organization
     * of each statement with {@code set_config('app.organization', …, true)}, since a group may hold items of several:
     * row-level security stays in force. Items of several organizations are written in the order of the organizations'
     * ids, so that nodes do not lock each other out.
     *
     * @return what to do once the transaction is committed, for instance to remember what now exists
     */
    Runnable write(Connection connection, List<T> items) throws SQLException;
}
