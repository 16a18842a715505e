package io.gatehouse.ledger.timestamps;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the time stamps of a ledger stand. */
@RestController
@RequestMapping("/api/organizations/{organization}/ledger")
final class TimestampController {

    private final Timestamps timestamps;

    TimestampController(Timestamps timestamps) {
        this.timestamps = timestamps;
    }

    @GetMapping("/timestamp")
    @Requires(Permission.LEDGER_READ)
    TimestampView timestamp(OrganizationScope scope) {
        return timestamps.view(scope);
    }
}
