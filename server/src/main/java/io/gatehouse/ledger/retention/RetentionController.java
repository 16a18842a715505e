package io.gatehouse.ledger.retention;

import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.ledger.RetentionClass;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For how long an organization keeps its book. */
@RestController
@RequestMapping("/api/organizations/{organization}/ledger/retention")
final class RetentionController {

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    record Wanted(@Nullable Integer months) {}

    @GetMapping
    @Requires(Permission.LEDGER_READ)
    List<KeptClass> classes(OrganizationScope scope) {
        return retention.classes(scope);
    }

    /** Needs a fresh factor where it shortens. */
    @PutMapping("/{name}")
    @FreshFactor(sometimes = true)
    @Requires(Permission.LEDGER_RETAIN)
    KeptClass change(OrganizationScope scope, @PathVariable RetentionClass name, @RequestBody Wanted wanted) {
        return retention.change(scope, name, wanted.months());
    }
}
