package io.gatehouse.kernel;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names all organizations, for work that the server does in each of them by itself. */
@Component
public final class AllOrganizations {

    private final Transactions transactions;
    private final JdbcClient jdbc;

    AllOrganizations(Transactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Every organization, in the order in which they were made. */
    public List<OrganizationId> ids() {
        return transactions.installation(() -> jdbc.sql("select id from kernel.organization order by id")
                .query((row, _) -> new OrganizationId(row.getObject("id", UUID.class)))
                .list());
    }
}
