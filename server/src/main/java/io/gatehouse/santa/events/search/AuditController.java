package io.gatehouse.santa.events.search;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.kernel.Transactions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Macs report besides executions and file access. */
@RestController
@RequestMapping("/api/organizations/{organization}/audit-events")
final class AuditController {

    private final Transactions transactions;
    private final AuditStore store;

    AuditController(Transactions transactions, AuditStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @GetMapping
    @Requires(Permission.EVENT_READ)
    Page<AuditView> list(
            OrganizationScope scope,
            @RequestParam(required = false) @Nullable UUID device,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Cursor after = Cursor.decode(cursor, 2);
        int size = Page.limit(limit);
        return transactions.read(
                scope,
                () -> Page.of(
                        store.list(scope, device, after, size + 1),
                        size,
                        row -> Cursor.of(row.occurredAt(), row.id())));
    }
}
