package io.gatehouse.identity.keys;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
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

/** The keys of a service account. */
@RestController
@RequestMapping("/api/organizations/{organization}/service-accounts/{account}/keys")
final class ApiKeyController {

    private final ApiKeys keys;

    ApiKeyController(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    @Requires(Permission.KEY_MANAGE)
    List<ApiKey> list(OrganizationScope scope, @PathVariable UUID account) {
        return keys.list(scope, account);
    }

    /** A key outlives the session that made it, so a stolen session alone must not make one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor
    @Requires(Permission.KEY_MANAGE)
    ApiKey.Issued issue(Caller caller, @PathVariable UUID account, @Valid @RequestBody ApiKeyDraft draft) {
        return keys.issue(caller, account, draft);
    }

    @PostMapping("/{id}/revoke")
    @Requires(Permission.KEY_MANAGE)
    ApiKey revoke(
            OrganizationScope scope,
            @PathVariable UUID account,
            @PathVariable UUID id,
            @Valid @RequestBody Reason reason) {
        return keys.revoke(scope, account, id, reason.reason());
    }
}
