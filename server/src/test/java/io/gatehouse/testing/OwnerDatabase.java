package io.gatehouse.testing;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.postgres.Database;
import java.util.List;
import java.util.Map;
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

    private static <T> T in(OrganizationId organization, Function<JdbcClient, T> work) {
        Database database = TestDatabase.database();
        var source = new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword());
        return new TransactionTemplate(new JdbcTransactionManager(source)).execute(_ -> {
            JdbcClient owner = JdbcClient.create(source);
            owner.sql("select set_config('app.organization', ?, true)")
                    .param(organization.toString())
                    .query(String.class)
                    .single();
            return work.apply(owner);
        });
    }
}
