package io.gatehouse.kernel;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only door to the database. Opens a transaction and names the organization for that transaction only, so that
 * row-level security shows no other organization's rows. Without an open scope the application role sees nothing.
 */
@Component
public final class Transactions {

    private record Open(String organization, boolean installation) {}

    private static final Open INSTALLATION = new Open("", true);

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final TransactionTemplate snapshot;
    private final JdbcClient jdbc;

    Transactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.writing = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.snapshot = new TransactionTemplate(manager);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.jdbc = jdbc;
    }

    /**
     * Runs the work in a transaction of that organization. Within an open transaction of the same organization it joins.
     *
     * @throws IllegalStateException within a transaction of another organization
     */
    public <T extends @Nullable Object> T write(OrganizationScope scope, Supplier<T> work) {
        return in(writing, organization(scope), work);
    }

    /** {@link #write(OrganizationScope, Supplier)} without an answer. */
    public void write(OrganizationScope scope, Runnable work) {
        this.<@Nullable Void>in(writing, organization(scope), () -> {
            work.run();
            return null;
        });
    }

    /** As {@link #write(OrganizationScope, Supplier)}, but the database refuses changes. */
    public <T extends @Nullable Object> T read(OrganizationScope scope, Supplier<T> work) {
        return in(reading, organization(scope), work);
    }

    /**
     * As {@link #read(OrganizationScope, Supplier)}, but all statements see the same moment.
     *
     * @throws IllegalStateException within an open transaction
     */
    public <T extends @Nullable Object> T snapshot(OrganizationScope scope, Supplier<T> work) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Open open) {
            throw new IllegalStateException("A transaction of " + open + " is open; it has seen a moment already");
        }
        return in(snapshot, organization(scope), work);
    }

    /**
     * Reads in each organization of a portfolio, in its order, within one transaction that turns from one to the next: at
     * no moment does the database show more than one.
     *
     * @throws IllegalStateException within an open transaction
     */
    public <T> List<T> read(PortfolioScope portfolio, Function<OrganizationScope, T> work) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Open open) {
            throw new IllegalStateException("A transaction of " + open + " is open; it cannot turn to a portfolio");
        }
        return Objects.requireNonNull(reading.execute(_ -> portfolio.organizations().stream()
                .map(organization -> new OrganizationScope(organization, portfolio.actor()))
                .map(scope -> scoped(organization(scope), () -> work.apply(scope)))
                .toList()));
    }

    /**
     * Runs work that belongs to no single organization: sign-in, set-up, organizations themselves, framework tables.
     * Only tables whose policy names the installation are visible; no customer's rules, devices, events, requests or
     * ledger are among them.
     */
    public <T extends @Nullable Object> T installation(Supplier<T> work) {
        return in(writing, INSTALLATION, work);
    }

    /**
     * Runs work on people and organizations that one organization's book must tell of: as
     * {@link #installation(Supplier)}, and in that organization as well. Within an open transaction of the installation
     * it joins and turns to that organization until the work is done, so that a step may be told in several books.
     */
    public <T extends @Nullable Object> T installation(OrganizationScope scope, Supplier<T> work) {
        return in(writing, new Open(scope.organization().toString(), true), work);
    }

    /** Whether the running thread has a transaction of that organization open. */
    public boolean isOpen(OrganizationScope scope) {
        return TransactionSynchronizationManager.getResource(this) instanceof Open open
                && open.organization().equals(scope.organization().toString());
    }

    private static Open organization(OrganizationScope scope) {
        return new Open(scope.organization().toString(), false);
    }

    private <T extends @Nullable Object> T in(TransactionTemplate template, Open asked, Supplier<T> work) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Open open) {
            if (open.installation() && asked.installation()) {
                return turned(open, asked, work);
            }
            if (!covers(open, asked)) {
                throw new IllegalStateException("A transaction of " + open + " is open; it cannot turn to " + asked);
            }
            return work.get();
        }
        return template.<T>execute(_ -> scoped(asked, work));
    }

    private static boolean covers(Open open, Open asked) {
        boolean organization =
                asked.organization().isEmpty() || asked.organization().equals(open.organization());
        return organization && (open.installation() || !asked.installation());
    }

    private <T extends @Nullable Object> T scoped(Open asked, Supplier<T> work) {
        name(asked);
        TransactionSynchronizationManager.bindResource(this, asked);
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    private <T extends @Nullable Object> T turned(Open open, Open asked, Supplier<T> work) {
        if (asked.organization().isEmpty() || asked.equals(open)) {
            return work.get();
        }
        TransactionSynchronizationManager.unbindResource(this);
        try {
            return scoped(asked, work);
        } finally {
            TransactionSynchronizationManager.bindResource(this, open);
            turnBack(open);
        }
    }

    private void turnBack(Open open) {
        try {
            name(open);
        } catch (UncategorizedSQLException e) {
            // PostgreSQL takes nothing more in a transaction that failed; its failure is on its way to the caller.
            LOG.debug("The transaction failed", e);
        }
    }

    private void name(Open open) {
        jdbc.sql("select set_config('app.organization', ?, true), set_config('app.installation', ?, true)")
                .param(open.organization())
                .param(open.installation() ? "on" : "off")
                .query((_, _) -> true)
                .single();
    }
}
