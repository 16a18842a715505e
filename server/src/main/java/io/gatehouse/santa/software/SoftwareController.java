package io.gatehouse.santa.software;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files and bundles. */
@RestController
@RequestMapping("/api/organizations/{organization}")
final class SoftwareController {

    private final SoftwareCatalogue catalogue;
    private final BundleReader bundles;

    SoftwareController(SoftwareCatalogue catalogue, BundleReader bundles) {
        this.catalogue = catalogue;
        this.bundles = bundles;
    }

    @GetMapping("/software")
    @Requires(Permission.EVENT_READ)
    Page<SoftwareView> list(
            OrganizationScope scope,
            SoftwareFilter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return catalogue.list(scope, filter, cursor, Page.limit(limit));
    }

    @GetMapping("/software/{sha256}")
    @Requires(Permission.EVENT_READ)
    SoftwareDetail details(OrganizationScope scope, @PathVariable String sha256) {
        return catalogue.details(scope, sha256);
    }

    @GetMapping("/bundles/{hash}")
    @Requires(Permission.EVENT_READ)
    BundleView bundle(OrganizationScope scope, @PathVariable String hash) {
        return bundles.details(scope, hash);
    }
}
