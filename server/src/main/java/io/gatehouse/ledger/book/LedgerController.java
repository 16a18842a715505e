package io.gatehouse.ledger.book;

import io.gatehouse.kernel.Export;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.ledger.watch.ExportGuard;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading the book. */
@RestController
@RequestMapping("/api/organizations/{organization}/ledger")
final class LedgerController {

    private static final List<Export.Column<EntryView>> COLUMNS = List.of(
            new Export.Column<>("recorded_at", EntryView::recordedAt),
            new Export.Column<>("actor_type", entry -> entry.actor().type()),
            new Export.Column<>("actor_id", entry -> entry.actor().id()),
            new Export.Column<>("actor", entry -> entry.actor().displayName()),
            new Export.Column<>("action", EntryView::action),
            new Export.Column<>("object_type", entry -> entry.object().type()),
            new Export.Column<>("object_id", entry -> entry.object().id()),
            new Export.Column<>("object", entry -> entry.object().name()),
            new Export.Column<>("reason", EntryView::reason),
            new Export.Column<>("before", EntryView::before),
            new Export.Column<>("after", EntryView::after),
            new Export.Column<>("correlation_id", EntryView::correlationId),
            new Export.Column<>("id", EntryView::id),
            new Export.Column<>("leaf_hash", EntryView::leafHash),
            new Export.Column<>("index", EntryView::index));

    private final Book book;
    private final Export export;
    private final ExportGuard guard;

    LedgerController(Book book, Export export, ExportGuard guard) {
        this.book = book;
        this.export = export;
        this.guard = guard;
    }

    @GetMapping("/entries")
    @Requires(Permission.LEDGER_READ)
    Page<EntryView> list(
            OrganizationScope scope,
            EntryFilter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return book.list(scope, filter, cursor, Page.limit(limit));
    }

    @GetMapping("/entries/{id}")
    @Requires(Permission.LEDGER_READ)
    EntryView details(OrganizationScope scope, @PathVariable UUID id) {
        return book.details(scope, id);
    }

    @GetMapping("/entries/export")
    @FreshFactor
    @Requires(Permission.LEDGER_EXPORT)
    void export(OrganizationScope scope, EntryFilter filter, @RequestParam String format, HttpServletResponse response)
            throws IOException {
        Export.Format chosen = Export.Format.of(format);
        guard.check(scope);
        book.recordExport(scope, format);
        export.send(
                response, chosen, "ledger", COLUMNS, cursor -> book.list(scope, filter, cursor, Page.MAXIMUM_LIMIT));
    }

    @GetMapping("/actions")
    @Requires(Permission.LEDGER_READ)
    List<String> actions(OrganizationScope scope) {
        return book.actions(scope);
    }
}
