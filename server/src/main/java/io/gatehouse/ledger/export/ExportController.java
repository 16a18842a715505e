package io.gatehouse.ledger.export;

import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.ledger.book.EntryFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Taking the book out. */
@RestController
@RequestMapping("/api/organizations/{organization}/ledger")
final class ExportController {

    private final LedgerExports exports;

    ExportController(LedgerExports exports) {
        this.exports = exports;
    }

    /** Whether an export would be given now: asked before a factor is shown for it, and before the browser opens it. */
    @GetMapping("/entries/export/check")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.LEDGER_EXPORT)
    void check(
            OrganizationScope scope,
            EntryFilter filter,
            @RequestParam String format,
            @RequestParam(defaultValue = "included") String values,
            @RequestParam(required = false) @Nullable Long since) {
        exports.check(scope, ExportRequest.of(format, values, since, filter));
    }

    @GetMapping("/entries/export")
    @FreshFactor
    @Requires(Permission.LEDGER_EXPORT)
    void export(
            OrganizationScope scope,
            EntryFilter filter,
            @RequestParam String format,
            @RequestParam(defaultValue = "included") String values,
            @RequestParam(required = false) @Nullable Long since,
            HttpServletResponse response)
            throws IOException {
        exports.send(scope, ExportRequest.of(format, values, since, filter), new Download(response));
    }
}
