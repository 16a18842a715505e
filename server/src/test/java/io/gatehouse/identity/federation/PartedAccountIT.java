package io.gatehouse.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a parted account gave does not come back by a change that began before it was parted. */
@ServerTest
final class PartedAccountIT {

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganizations organizations;
    private final Transactions transactions;
    private final ExternalIdentityStore identities;
    private final MappedRoles roles;
    private final Providers providers;
    private final JdbcClient jdbc;
    private final TestOrganization acme;
    private final SignInByProvider signIn;
    private final PersonRef ada;
    private final Api admin;

    @Autowired
    PartedAccountIT(
            TestOrganizations organizations,
            Transactions transactions,
            ExternalIdentityStore identities,
            MappedRoles roles,
            Providers providers,
            JdbcClient jdbc) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.identities = identities;
        this.roles = roles;
        this.providers = providers;
        this.jdbc = jdbc;
        this.acme = organizations.enterprise();
        this.signIn = SignInByProvider.of(acme, standIn);
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.ada = organizations.person("ada@" + signIn.domain());
        organizations.join(acme.id(), ada, Role.END_USER);
        signIn.signIn(organizations.browser(), signIn.claims("ada", "admins"));
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void byNoChangeOfTheDirectory() {
        Map<String, Object> provisioning =
                Map.of("providerId", signIn.provider().id(), "groupsClaim", "groups");
        assertThat(admin.put("/api/organizations/{o}/provisioning", provisioning)
                        .status())
                .isEqualTo(200);
        assertThat(grants()).contains("SECURITY_ADMIN");
        OrganizationScope scope = OrganizationScope.system(acme.id());
        partedWhile(() -> transactions.<Boolean>installation(scope, () -> {
                    roles.reconsider(scope, provider(), List.of(ada));
                    return true;
                }))
                .join();
        assertThat(grants()).doesNotContain("SECURITY_ADMIN");
    }

    @Test
    void byNoSignInThatLeavesTheAccountUnlinked() {
        Api browser = organizations.browser();
        Api.Answer answer = partedWhile(() -> signIn.signIn(browser, signIn.claims("ada", "admins")))
                .join();
        assertThat(SignInByProvider.problem(answer)).isEmpty();
        assertThat(admin.get("/api/organizations/{o}/people/" + ada.id() + "/linked-accounts")
                        .json())
                .as("linked anew, in the book")
                .hasSize(1);
    }

    /** Parts the account as {@link LinkedAccounts} does, and lets the other work begin before that is done. */
    private <T> CompletableFuture<T> partedWhile(Supplier<T> other) {
        OrganizationScope scope = OrganizationScope.system(acme.id());
        return transactions.installation(scope, () -> {
            roles.lock(scope);
            identities.unlink(provider(), ada.id());
            roles.reconsider(scope, provider(), List.of(ada));
            CompletableFuture<T> begun = CompletableFuture.supplyAsync(other);
            Awaitility.await().until(() -> begun.isDone() || somebodyWaits());
            return begun;
        });
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                        "select exists (select from pg_locks where locktype in ('tuple', 'transactionid') and not granted)")
                .query(Boolean.class)
                .single();
    }

    private IdentityProvider provider() {
        return providers.find(UUID.fromString(signIn.provider().id())).orElseThrow();
    }

    private String grants() {
        return admin.get("/api/organizations/{o}/people/" + ada.id() + "/grants")
                .body();
    }
}
