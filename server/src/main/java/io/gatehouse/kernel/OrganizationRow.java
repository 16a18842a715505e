package io.gatehouse.kernel;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The organization's own row, whose lock lets changes that must not meet happen one after the other. */
public final class OrganizationRow {

    private OrganizationRow() {}

    /** Waits for the lock, which the open transaction holds until it ends. */
    public static void lock(JdbcClient jdbc, OrganizationScope scope) {
        jdbc.sql("select id from kernel.organization where id = :organization for update")
                .param("organization", scope.organization().value())
                .query(UUID.class)
                .single();
    }
}
