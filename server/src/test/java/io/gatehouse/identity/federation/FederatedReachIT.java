package io.gatehouse.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.SecondFactor;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What of a person's own lies open to whoever controls one organization's provider; and sign-ins that cross others. */
@ServerTest
final class FederatedReachIT {

    private static final String SESSIONS = "/api/account/sessions";

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final FederatedPeople people;
    private final Providers providers;
    private final TestClock clock;
    private final TestOrganization acme;
    private final TestOrganization other;
    private final SignInByProvider signIn;
    private final PersonRef ada;
    private final Api own;
    private final Api through;

    @Autowired
    FederatedReachIT(TestOrganizations organizations, FederatedPeople people, Providers providers, TestClock clock) {
        this.people = people;
        this.providers = providers;
        this.clock = clock;
        this.acme = organizations.enterprise();
        this.other = organizations.enterprise();
        this.signIn = SignInByProvider.of(acme, standIn);
        this.ada = organizations.person("ada@" + signIn.domain());
        organizations.join(acme.id(), ada, Role.AUDITOR);
        organizations.join(other.id(), ada, Role.AUDITOR);
        this.own = organizations.signedIn(ada);
        this.through = organizations.browser();
        signIn.signIn(through, signIn.claims("ada", "users"));
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void seesAndEndsNoSessionThatItsProviderDidNotOpen() {
        assertThat(own.get(SESSIONS).json().size()).isEqualTo(2);
        assertThat(through.get(SESSIONS).json().size()).isEqualTo(1);
        for (var session : own.get(SESSIONS).json()) {
            if (session.at("/current").asBoolean()) {
                assertThat(through.delete(SESSIONS + "/" + session.at("/id").asString())
                                .status())
                        .isEqualTo(404);
            }
        }
        assertThat(through.delete(SESSIONS).status()).isEqualTo(204);
        assertThat(own.get("/api/session").status()).isEqualTo(200);
        assertThat(own.delete(SESSIONS).status()).isEqualTo(204);
        assertThat(through.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void readsAndWritesNoActivityElsewhere() {
        assertThat(through.get("/api/account/activity").json().at("/items").size())
                .as("both sign-ins concern this organization")
                .isEqualTo(2);
        assertThat(activityElsewhere()).doesNotContain("FEDERATED").contains("PASSWORD");
        through.delete("/api/session");
        assertThat(activityElsewhere()).doesNotContain("SIGNED_OUT");
    }

    @Test
    void aWrongSecondFactorOfASignInThroughAProviderIsToldNowhereElse() {
        SecondFactor.add(own, clock);
        Api later = acme.anonymous();
        signIn.signIn(later, signIn.claims("ada", "users"));
        for (int i = 0; i < 12; i++) {
            later.post("/api/session/second-factor", SecondFactor.proof("AUTHENTICATOR_APP", "000000"));
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(acme.as(Role.SECURITY_ADMIN)
                                .get("/api/organizations/{o}/activity?kind=SIGN_IN_REFUSED&person=" + ada.id())
                                .json()
                                .at("/items"))
                        .isNotEmpty());
        assertThat(activityElsewhere()).doesNotContain("SIGN_IN_REFUSED");
        String slowed = "/api/organizations/{o}/ledger/entries?action=person.slow-sign-in";
        assertThat(acme.as(Role.SECURITY_ADMIN).get(slowed).json().at("/items")).hasSize(1);
        assertThat(other.as(Role.SECURITY_ADMIN).get(slowed).json().at("/items"))
                .isEmpty();
    }

    @Test
    void renamesNoPasskey() {
        assertThat(through.put("/api/account/factors/passkeys/" + UUID.randomUUID(), Map.of("name", "Mine"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aProviderThatIsRemovedOnTheWayIsARefusalAndNoFailure() {
        Proof proof = proof("bob");
        acme.as(Role.SECURITY_ADMIN).delete(signIn.provider().path(""));
        Proof linked = proof(proof, "new subject of " + ada.id(), ada.email());
        assertThatThrownBy(() -> people.admit(linked)).isInstanceOf(SignInRefusal.class);
        assertThatThrownBy(() -> people.admit(proof)).isInstanceOf(SignInRefusal.class);
    }

    @Test
    void severalFirstSignInsAtOnceAreOnePerson() {
        for (int round = 0; round < 5; round++) {
            Proof proof = proof("new" + round);
            List<CompletableFuture<Membership>> racing = IntStream.range(0, 4)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> people.admit(proof)))
                    .toList();
            assertThat(racing.stream()
                            .map(CompletableFuture::join)
                            .map(member -> member.person().id())
                            .distinct())
                    .hasSize(1);
        }
    }

    private Proof proof(String name) {
        Map<String, List<String>> claims = Map.of(
                "email", List.of(name + "@" + signIn.domain()), "name", List.of(name), "groups", List.of("users"));
        return new Proof(
                providers.find(UUID.fromString(signIn.provider().id())).orElseThrow(),
                name + "-subject",
                true,
                claims,
                null,
                Set.of());
    }

    private static Proof proof(Proof like, String subject, String email) {
        return new Proof(like.provider(), subject, true, Map.of("email", List.of(email)), null, Set.of());
    }

    private String activityElsewhere() {
        return other.as(Role.SECURITY_ADMIN)
                .get("/api/organizations/{o}/activity?person=" + ada.id())
                .body();
    }
}
