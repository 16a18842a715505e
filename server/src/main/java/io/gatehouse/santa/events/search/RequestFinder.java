package io.gatehouse.santa.events.search;

import io.gatehouse.kernel.OrganizationScope;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads from a file to what was asked for it. */
@Component
final class RequestFinder {

    private final JdbcClient jdbc;

    RequestFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest request for the file. */
    Optional<UUID> latest(OrganizationScope scope, String sha256) {
        return jdbc.sql("""
                        select request_id from santa.software_request where organization_id = ? and sha256 = ?
                        order by request_id desc limit 1
                        """)
                .params(scope.organization().value(), sha256)
                .query(UUID.class)
                .optional();
    }
}
