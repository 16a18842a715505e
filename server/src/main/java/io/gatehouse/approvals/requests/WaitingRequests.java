package io.gatehouse.approvals.requests;

import io.gatehouse.identity.CustomerFigures;
import io.gatehouse.kernel.OrganizationScope;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many requests of a customer wait, for its provider's portfolio. */
@Component
final class WaitingRequests implements CustomerFigures {

    private final JdbcClient jdbc;

    WaitingRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Figure, Long> of(OrganizationScope customer) {
        long open = jdbc.sql("""
                        select count(*) from approvals.request
                        where organization_id = :organization and closed_at is null
                        """)
                .param("organization", customer.organization().value())
                .query(Long.class)
                .single();
        return Map.of(Figure.OPEN_REQUESTS, open);
    }
}
