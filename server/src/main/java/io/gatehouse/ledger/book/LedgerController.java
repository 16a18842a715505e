package io.gatehouse.ledger.book;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
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

    private final Book book;

    LedgerController(Book book) {
        this.book = book;
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

    @GetMapping("/actions")
    @Requires(Permission.LEDGER_READ)
    List<String> actions(OrganizationScope scope) {
        return book.actions(scope);
    }
}
