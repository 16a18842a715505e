package io.gatehouse.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only door to the database. Opens a transaction and names the organization for that transaction only, so that
 * row-level security shows no other organization's rows. Without an open scope the application role sees nothing.
 */
@Component
public final class Transactions {

    private static final String NOBODY = "";

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final JdbcClient jdbc;

    Transactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.writing = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.jdbc = jdbc;
    }

    /**
     * Runs the work in a transaction of that organization. Within an open transaction of the same organization it joins.
     *
     * @throws IllegalStateException within a transaction of another organization
     */
    public <T extends @Nullable Object> T write(OrganizationScope scope, Supplier<T> work) {
        return in(writing, scope.organization().toString(), work);
    }

    /** {@link #write(OrganizationScope, Supplier)} without an answer. */
    public void write(OrganizationScope scope, Runnable work) {
        this.<@Nullable Void>in(writing, scope.organization().toString(), () -> {
            work.run();
            return null;
        });
    }

    /** As {@link #write(OrganizationScope, Supplier)}, but the database refuses changes. */
    public <T extends @Nullable Object> T read(OrganizationScope scope, Supplier<T> work) {
        return in(reading, scope.organization().toString(), work);
    }

    /**
     * Runs work that belongs to no single organization: sign-in, set-up, organizations themselves, framework tables.
     * Only tables whose policy names the installation are visible; no customer's rules, devices, events, requests or
     * ledger are among them.
     */
    public <T extends @Nullable Object> T installation(Supplier<T> work) {
        return in(writing, NOBODY, work);
    }

    private <T extends @Nullable Object> T in(TransactionTemplate template, String organization, Supplier<T> work) {
        Object open = TransactionSynchronizationManager.getResource(this);
        if (open != null) {
            if (!open.equals(organization)) {
                throw new IllegalStateException("A transaction of organization '" + open
                        + "' is open; it cannot turn to '" + organization + "'");
            }
            return work.get();
        }
        return template.<T>execute(_ -> scoped(organization, work));
    }

    private <T extends @Nullable Object> T scoped(String organization, Supplier<T> work) {
        jdbc.sql("select set_config('app.organization', ?, true), set_config('app.installation', ?, true)")
                .param(organization)
                .param(organization.isEmpty() ? "on" : "off")
                .query((_, _) -> true)
                .single();
        TransactionSynchronizationManager.bindResource(this, organization);
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }
}
