package io.gatehouse.testing;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.postgres.Database;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database as its owner has it, to look at, and to do, what the server's role cannot. */
public final class OwnerDatabase {

    private OwnerDatabase() {}

    /** Rows of one organization. */
    public static List<Map<String, Object>> query(OrganizationId organization, String sql, Object... values) {
        return in(organization, owner -> owner.sql(sql).params(values).query().listOfRows());
    }

    /** Changes rows of one organization. */
    public static int update(OrganizationId organization, String sql, Object... values) {
        return in(organization, owner -> owner.sql(sql).params(values).update());
    }

    /** Forgets what waits for its tree in one organization, which the server's role cannot. */
    public static void emptyQueue(OrganizationId organization) {
        in(organization, owner -> withoutGuard(owner, "where organization_id = '" + organization + "'"));
    }

    /** Forgets what waits for its tree in all organizations. */
    public static void emptyQueue() {
        TestTables.inInstallation(owner -> withoutGuard(owner, ""));
    }

    /** Does something in one organization, and undoes it. */
    public static void tried(OrganizationId organization, Consumer<JdbcClient> work) {
        TransactionTemplate transaction = transaction();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.accept(turned(transaction, organization));
        });
    }

    private static <T> T in(OrganizationId organization, Function<JdbcClient, T> work) {
        TransactionTemplate transaction = transaction();
        return transaction.execute(_ -> work.apply(turned(transaction, organization)));
    }

    private static int withoutGuard(JdbcClient owner, String where) {
        owner.sql("alter table ledger.pending disable trigger keep_queue").update();
        int forgotten = owner.sql("delete from ledger.pending " + where).update();
        owner.sql("alter table ledger.pending enable trigger keep_queue").update();
        return forgotten;
    }

    private static TransactionTemplate transaction() {
        Database database = TestDatabase.database();
        return new TransactionTemplate(new JdbcTransactionManager(
                new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword())));
    }

    private static JdbcClient turned(TransactionTemplate transaction, OrganizationId organization) {
        JdbcTransactionManager manager =
                (JdbcTransactionManager) Objects.requireNonNull(transaction.getTransactionManager());
        JdbcClient owner = JdbcClient.create(Objects.requireNonNull(manager.getDataSource()));
        owner.sql("select set_config('app.organization', ?, true)")
                .param(organization.toString())
                .query(String.class)
                .single();
        return owner;
    }
}
