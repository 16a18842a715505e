package io.gatehouse.identity.portfolio;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own customers. */
@RestController
final class PortfolioController {

    private final Portfolio portfolio;

    PortfolioController(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    @GetMapping("/api/organizations/{organization}/portfolio")
    @Requires(Permission.PORTFOLIO_READ)
    Page<PortfolioRow> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return portfolio.list(caller, search, PortfolioOrder.of(sort), cursor, Page.limit(limit));
    }
}
