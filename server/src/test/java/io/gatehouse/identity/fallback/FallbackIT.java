package io.gatehouse.identity.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OutgoingHttp;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.SecondFactor;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestProvider;
import io.gatehouse.testkit.openid.Fault;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who comes in where a provider is required, and when that is broken. */
@ServerTest
final class FallbackIT {

    private static final String REQUIRED = "/api/organizations/{o}/required-provider";
    private static final String HERE = "/api/organizations/{o}";
    private static final int OF_ONE_ORGANIZATION = 10;

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganizations organizations;
    private final TestClock clock;
    private final OutgoingHttp http;
    private final TestOrganization acme;
    private final SignInByProvider signIn;
    private final PersonRef keeper;
    private final Api admin;

    @Autowired
    FallbackIT(TestOrganizations organizations, TestClock clock, OutgoingHttp http) {
        this.http = http;
        this.organizations = organizations;
        this.clock = clock;
        this.acme = organizations.enterprise();
        this.signIn = SignInByProvider.of(acme, standIn);
        this.keeper = acme.person(Role.SECURITY_ADMIN);
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void isRequiredOnlyWhenItWorksAndSomebodyGetsInWithoutIt() {
        assertThat(require(keeper).json().at("/detail").asString()).contains("tried out");
        signIn.answer(admin, signIn.provider().test(), signIn.claims("ada", "users"));
        assertThat(require().json().at("/errors/0/field").asString()).isEqualTo("fallbackPeople");
        assertThat(require(keeper).json().at("/errors/0/field").asString()).isEqualTo("fallbackPeople");
        assertThat(require(organizations.person(false)).status()).isIn(404, 422);
        admin.freshFactor(SecondFactor.add(admin, clock).proof(0));
        assertThat(require(acme.person(Role.END_USER)).status())
                .as("no administrator")
                .isEqualTo(422);
    }

    @Test
    void letsInThroughTheProviderAloneAtOnce() {
        Api member = acme.as(Role.END_USER);
        assertThat(member.get(HERE).status()).isEqualTo(200);
        requireIt();
        assertThat(member.get(HERE).json().at("/type").asString()).endsWith(":provider-required");
        assertThat(member.get("/api/session")
                        .json()
                        .at("/memberships/0/providerRequired")
                        .asBoolean())
                .isTrue();
        Api ada = organizations.browser();
        signIn.signIn(ada, signIn.claims("ada", "users"));
        assertThat(ada.get("/api/organizations/" + acme.id()).status()).isEqualTo(200);
        assertThat(fallBack(member).status()).as("the provider answers").isEqualTo(409);
    }

    @Test
    void aNamedPersonComesInWithTheSecondFactorForAWhileAndItIsInTheBook() {
        requireIt();
        assertThat(admin.get(HERE).status()).isEqualTo(403);
        assertThat(fallBack(admin).status()).isEqualTo(200);
        assertThat(admin.get(HERE).status()).isEqualTo(200);
        assertThat(admin.get("/api/organizations/{o}/ledger/entries?action=person.fall-back")
                        .body())
                .contains("person.fall-back");
        try (var later = clock.ahead(Duration.ofMinutes(61))) {
            assertThat(later).isNotNull();
            assertThat(admin.get(HERE).status()).isIn(401, 403);
        }
    }

    @Test
    void anybodyComesInWhenTheServerItselfFindsTheProviderGone() {
        Api member = acme.as(Role.END_USER);
        requireIt();
        standIn.doWrong(Fault.OTHER_ISSUER);
        assertThat(fallBack(member).status()).as("broken is not gone").isEqualTo(409);
        standIn.close();
        assertThat(fallBack(member).status())
                .as("what was heard a moment ago still counts")
                .isEqualTo(409);
        try (var later = clock.ahead(Reachability.GOOD_FOR.plusSeconds(1))) {
            assertThat(later).isNotNull();
            assertThat(fallBack(member).status()).isEqualTo(200);
        }
        assertThat(member.get(HERE).status()).isEqualTo(200);
        Api other = acme.as(acme.another(Role.END_USER));
        assertThat(other.get(HERE).status()).as("each session for itself").isEqualTo(403);
    }

    /** Else whoever keeps the server's connections busy would open what the provider keeps closed. */
    @Test
    void connectionsThatAreTakenHereAreNoProviderThatIsGone() throws Exception {
        Api member = acme.as(Role.END_USER);
        requireIt();
        try (ServerSocket slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            URI address = URI.create("http://127.0.0.1:" + slow.getLocalPort());
            for (int taken = 0; taken < OF_ONE_ORGANIZATION; taken++) {
                threads.submit(() -> http.get(acme.id(), address));
            }
            List<Socket> held = new ArrayList<>();
            for (int taken = 0; taken < OF_ONE_ORGANIZATION; taken++) {
                held.add(slow.accept());
            }
            Api.Answer refused = fallBack(member);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().at("/detail").asString()).contains("too busy");
            for (Socket socket : held) {
                socket.close();
            }
        }
        assertThat(member.get(HERE).status()).isEqualTo(403);
    }

    @Test
    void askingAgainAndAgainIsSlowed() {
        Api member = acme.as(Role.END_USER);
        requireIt();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(fallBack(member).status()).isEqualTo(409);
        }
        standIn.close();
        assertThat(fallBack(member).status()).isEqualTo(429);
        assertThat(fallBack(admin).status()).as("another person").isEqualTo(200);
    }

    @Test
    void opensNothingForStrangersSuspendedPeopleOrOtherOrganizations() {
        requireIt();
        TestOrganization other = organizations.enterprise();
        standIn.close();
        assertThat(other.as(Role.SECURITY_ADMIN)
                        .post(
                                "/api/session/fallback",
                                Map.of("organization", acme.id().toString()))
                        .status())
                .isEqualTo(404);
        assertThat(fallBack(organizations.signedIn(organizations.person(true))).status())
                .isEqualTo(404);
    }

    @Test
    void anotherProviderOfTheOrganizationIsNotTheRequiredOne() {
        TestProvider provider = TestProvider.oidc(acme, "Another");
        provider.settle(standIn.issuer(), OpenIdProvider.SECRET);
        provider.map(Map.of("users", Role.END_USER));
        assertThat(provider.enable().status()).isEqualTo(200);
        SignInByProvider another = new SignInByProvider(acme, signIn.domain(), provider, standIn);
        requireIt();
        Api ada = organizations.browser();
        another.signIn(ada, signIn.claims("ada", "users"));
        String here = "/api/organizations/" + acme.id();
        assertThat(ada.get(here).json().at("/type").asString()).endsWith(":provider-required");
        signIn.signIn(ada, signIn.claims("ada", "users"));
        assertThat(ada.get(here).status()).isEqualTo(200);
    }

    @Test
    void nobodyTakesTheRequiredProviderOutOfUse() {
        List<String> codes = requireIt().backupCodes();
        fallBack(admin);
        Api.Answer disabled = signIn.provider().disable();
        assertThat(disabled.status()).isEqualTo(409);
        assertThat(disabled.json().at("/detail").asString()).contains("require another provider, or none");
        admin.freshFactor(backup(codes.get(1)));
        assertThat(admin.delete(signIn.provider().path("")).status()).isEqualTo(409);
        Api member = acme.as(Role.END_USER);
        assertThat(member.get(HERE).status()).isEqualTo(403);
        admin.freshFactor(backup(codes.get(2)));
        assertThat(requireNone().status()).isEqualTo(200);
        assertThat(member.get(HERE).status()).isEqualTo(200);
        admin.freshFactor(backup(codes.get(3)));
        assertThat(signIn.provider().disable().status()).isEqualTo(200);
    }

    private SecondFactor requireIt() {
        signIn.answer(admin, signIn.provider().test(), signIn.claims("ada", "users"));
        SecondFactor factor = SecondFactor.add(admin, clock);
        admin.freshFactor(factor.proof(0));
        Api.Answer required = require(keeper);
        assertThat(required.status()).as(required.body()).isEqualTo(200);
        admin.freshFactor(backup(factor.backupCodes().getFirst()));
        return factor;
    }

    private static Map<String, String> backup(String code) {
        return Map.of("factor", "BACKUP_CODE", "secret", code);
    }

    private Api.Answer requireNone() {
        Map<String, Object> none = new HashMap<>(Map.of("fallbackPeople", List.of()));
        none.put("provider", null);
        return admin.put(REQUIRED, none);
    }

    private Api.Answer require(PersonRef... people) {
        return admin.put(
                REQUIRED,
                Map.of(
                        "provider",
                        signIn.provider().id(),
                        "fallbackPeople",
                        List.of(people).stream()
                                .map(person -> person.id().toString())
                                .toList()));
    }

    private Api.Answer fallBack(Api browser) {
        return browser.post(
                "/api/session/fallback", Map.of("organization", acme.id().toString()));
    }
}
