package io.gatehouse.identity.scim;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PublicAddress;
import org.springframework.stereotype.Component;

/** Where a directory finds an organization. */
@Component
final class ScimAddress {

    static final String PATH = "/api/organizations/{organization}/scim/v2";
    static final String MEDIA_TYPE = "application/scim+json";

    private final PublicAddress address;

    ScimAddress(PublicAddress address) {
        this.address = address;
    }

    /** Whether a request goes to some organization's SCIM address. */
    static boolean isBelow(String path) {
        return path.startsWith("/api/organizations/") && path.contains("/scim/v2");
    }

    /** The base that is entered into the directory. */
    String base(OrganizationScope scope) {
        return address.of("/api/organizations/" + scope.organization() + "/scim/v2");
    }

    String of(OrganizationScope scope, String type, Object id) {
        return base(scope) + "/" + type + "s/" + id;
    }
}
