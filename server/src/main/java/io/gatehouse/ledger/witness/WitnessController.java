package io.gatehouse.ledger.witness;

import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who witnesses an organization's book. */
@RestController
@RequestMapping("/api/organizations/{organization}/ledger/witnesses")
final class WitnessController {

    private final Witnesses witnesses;

    WitnessController(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    /** @param needed how many must have cosigned; 0 demands none */
    record WitnessPolicy(@Nullable Integer needed) {}

    @GetMapping
    @Requires(Permission.LEDGER_READ)
    WitnessView witnesses(OrganizationScope scope) {
        return witnesses.view(scope);
    }

    @GetMapping(path = "/policy", produces = "text/plain;charset=utf-8")
    @Requires(Permission.LEDGER_READ)
    String policy(OrganizationScope scope) {
        return witnesses.policy(scope);
    }

    @PostMapping
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    WitnessView add(OrganizationScope scope, @RequestBody WitnessDraft draft) {
        return witnesses.add(scope, draft);
    }

    @DeleteMapping("/{id}")
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(OrganizationScope scope, @PathVariable UUID id) {
        witnesses.remove(scope, id);
    }

    @PutMapping("/policy")
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    WitnessView need(OrganizationScope scope, @RequestBody WitnessPolicy policy) {
        return witnesses.need(scope, policy.needed());
    }

    /** Asks the witness now, and answers what it said. */
    @PostMapping("/{id}/test")
    @Requires(Permission.ORGANIZATION_MANAGE)
    WitnessView.WitnessAnswer test(OrganizationScope scope, @PathVariable UUID id) {
        return witnesses.test(scope, id);
    }
}
