package io.gatehouse.ledger.holds;

import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Legal holds, step by step. Each step is a person's, shown by a fresh factor. */
@RestController
@RequestMapping("/api/organizations/{organization}/ledger/holds")
final class HoldController {

    private final Holds holds;

    HoldController(Holds holds) {
        this.holds = holds;
    }

    record Reason(@NotBlank @Size(min = 10, max = 2000) String reason) {}

    record Review(@NotNull Instant reviewAt) {}

    @GetMapping
    @Requires(Permission.LEDGER_READ)
    List<Hold> list(OrganizationScope scope) {
        return holds.list(scope);
    }

    @GetMapping("/{id}")
    @Requires(Permission.LEDGER_READ)
    Hold details(OrganizationScope scope, @PathVariable UUID id) {
        return holds.of(scope, id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor
    @Requires(Permission.LEDGER_HOLD)
    Hold request(OrganizationScope scope, @Valid @RequestBody HoldDraft draft) {
        return holds.request(scope, draft);
    }

    @PostMapping("/{id}/confirm")
    @FreshFactor
    @Requires(Permission.LEDGER_HOLD)
    Hold confirm(OrganizationScope scope, @PathVariable UUID id) {
        return holds.confirm(scope, id);
    }

    @PostMapping("/{id}/withdraw")
    @FreshFactor
    @Requires(Permission.LEDGER_HOLD)
    Hold withdraw(OrganizationScope scope, @PathVariable UUID id) {
        return holds.withdraw(scope, id);
    }

    @PostMapping("/{id}/review")
    @FreshFactor
    @Requires(Permission.LEDGER_HOLD)
    Hold review(OrganizationScope scope, @PathVariable UUID id, @Valid @RequestBody Review review) {
        return holds.review(scope, id, review.reviewAt());
    }

    @PostMapping("/{id}/release")
    @FreshFactor
    @Requires(Permission.LEDGER_HOLD)
    Hold requestRelease(OrganizationScope scope, @PathVariable UUID id, @Valid @RequestBody Reason why) {
        return holds.requestRelease(scope, id, why.reason());
    }

    @PostMapping("/{id}/release/confirm")
    @FreshFactor
    @Requires(Permission.LEDGER_HOLD)
    Hold confirmRelease(OrganizationScope scope, @PathVariable UUID id) {
        return holds.confirmRelease(scope, id);
    }

    @PostMapping("/{id}/release/withdraw")
    @FreshFactor
    @Requires(Permission.LEDGER_HOLD)
    Hold keepOn(OrganizationScope scope, @PathVariable UUID id) {
        return holds.keepOn(scope, id);
    }
}
