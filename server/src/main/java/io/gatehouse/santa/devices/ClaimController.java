package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/organizations/{organization}/ownership-claims")
class ClaimController {

    private final Claims claims;

    ClaimController(Claims claims) {
        this.claims = claims;
    }

    /** Why the claim is refused. */
    record Reason(@Nullable String reason) {}

    @GetMapping
    @Requires(Permission.DEVICE_READ)
    List<Claims.Shown> list(OrganizationScope scope) {
        return claims.open(scope);
    }

    @PostMapping("/{id}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.DEVICE_MANAGE)
    void confirm(OrganizationScope scope, @PathVariable UUID id) {
        claims.confirm(scope, id);
    }

    @PostMapping("/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.DEVICE_MANAGE)
    void refuse(OrganizationScope scope, @PathVariable UUID id, @RequestBody Reason reason) {
        claims.refuse(scope, id, reason.reason());
    }
}
