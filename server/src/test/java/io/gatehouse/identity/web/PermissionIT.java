package io.gatehouse.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PublicEndpoint;
import io.gatehouse.kernel.Requires;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Who is let through to an endpoint. */
@ServerTest
final class PermissionIT {

    private final TestOrganizations organizations;

    @Autowired
    PermissionIT(TestOrganizations organizations) {
        this.organizations = organizations;
    }

    @Test
    void letsThroughWhoHoldsThePermission() {
        TestOrganization acme = organizations.enterprise();
        Api.Answer answer = acme.as(Role.SECURITY_ADMIN).get("/api/organizations/{o}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/id").asString()).isEqualTo(acme.id().toString());
    }

    @Test
    void refusesWhoDoesNotHoldItAndNamesIt() {
        TestOrganization acme = organizations.enterprise();
        Api.Answer answer = acme.as(Role.END_USER).get("/api/organizations/{o}/roles");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/detail").asString()).isEqualTo("This needs people.read");
        assertThat(acme.anonymous().get("/api/organizations/{o}").status()).isEqualTo(401);
    }

    @Test
    void answersForAForeignOrganizationAsForOneThatDoesNotExist() {
        TestOrganization acme = organizations.enterprise();
        TestOrganization other = organizations.enterprise();
        Api stranger = acme.as(Role.SECURITY_ADMIN);
        Api.Answer foreign = stranger.get("/api/organizations/" + other.id());
        Api.Answer missing = stranger.get("/api/organizations/" + UUID.randomUUID());
        Api.Answer broken = stranger.get("/api/organizations/none");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(broken.status()).isEqualTo(404);
        assertThat(foreign.json().at("/detail")).isEqualTo(missing.json().at("/detail"));
        assertThat(foreign.json().at("/detail")).isEqualTo(broken.json().at("/detail"));
    }

    @Test
    void aProvidersPersonHasNoStandingInACustomerByThatAlone() {
        TestOrganization provider = organizations.provider();
        TestOrganization customer = organizations.customerOf(provider);
        assertThat(provider.as(Role.SUPER_ADMIN)
                        .get("/api/organizations/" + customer.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everyOpenAddressIsNamedOneByOne() {
        TestOrganization acme = organizations.enterprise();
        assertThat(acme.as(Role.SECURITY_ADMIN).get("/actuator/env").status()).isEqualTo(403);
        assertThat(acme.anonymous().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void refusesEndpointsThatDoNotSayWhoMayCallThem() throws Exception {
        assertThatIllegalStateException().isThrownBy(() -> check("/api/x", "silent"));
        assertThatIllegalStateException().isThrownBy(() -> check("/api/organizations/{organization}/x", "open"));
        assertThatIllegalStateException().isThrownBy(() -> check("/api/x", "scoped"));
        check("/api/organizations/{organization}/x", "scoped");
        check("/api/x", "open");
    }

    private static void check(String path, String method) throws NoSuchMethodException {
        Access.check(
                RequestMappingInfo.paths(path).build(),
                new HandlerMethod(new Endpoints(), Endpoints.class.getDeclaredMethod(method, OrganizationScope.class)));
    }

    /** Endpoints as somebody could write them. */
    static final class Endpoints {
        void silent(OrganizationScope scope) {}

        @PublicEndpoint("for this test")
        void open(OrganizationScope scope) {}

        @Requires(Permission.RULE_READ)
        void scoped(OrganizationScope scope) {}
    }
}
