package io.gatehouse.identity.engagements;

import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A provider's people by its customers, in pages on both sides. */
@Service
final class AssignmentMatrix {

    private final Transactions transactions;
    private final AssignmentMatrixStore store;

    AssignmentMatrix(Transactions transactions, AssignmentMatrixStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** What to show of one side. */
    record Axis(@Nullable String search, @Nullable String cursor) {}

    /**
     * One of the provider's people.
     *
     * @param engagements with how many customers
     */
    record PersonRow(PersonRef person, boolean suspended, long engagements) {}

    /**
     * One of the provider's customers.
     *
     * @param engagements of how many people
     */
    record CustomerRow(OrganizationId id, String name, long engagements) {}

    /** Where a person and a customer meet, and an engagement is in force. */
    record Held(
            PersonId personId,
            OrganizationId customerId,
            EngagementLevel level,
            Instant startsAt,
            @Nullable Instant expiresAt,
            String reason) {}

    /** The people and customers of a page, and the engagements between them. */
    record Part(Page<PersonRow> people, Page<CustomerRow> customers, List<Held> cells) {}

    Part part(OrganizationScope scope, Axis people, Axis customers, int limit) {
        return transactions.read(scope, () -> {
            Page<PersonRow> rows = Page.of(
                    store.people(scope, people.search(), Cursor.decode(people.cursor(), 2), limit + 1),
                    limit,
                    row -> Cursor.of(row.person().displayName(), row.person().id()));
            Page<CustomerRow> columns = Page.of(
                    store.customers(scope, customers.search(), Cursor.decode(customers.cursor(), 2), limit + 1),
                    limit,
                    column -> Cursor.of(column.name(), column.id()));
            return new Part(rows, columns, store.cells(scope, rows.items(), columns.items()));
        });
    }
}
