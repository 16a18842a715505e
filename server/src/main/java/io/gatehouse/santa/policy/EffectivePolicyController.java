package io.gatehouse.santa.policy;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The policy in force on a device, and why. */
@RestController
final class EffectivePolicyController {

    private final EffectivePolicy policies;

    EffectivePolicyController(EffectivePolicy policies) {
        this.policies = policies;
    }

    @GetMapping("/api/organizations/{organization}/devices/{id}/policy")
    @Requires(Permission.DEVICE_READ)
    Page<EffectivePolicy.Line> policy(
            OrganizationScope scope,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return policies.explain(scope, id, text, cursor, Page.limit(limit));
    }
}
