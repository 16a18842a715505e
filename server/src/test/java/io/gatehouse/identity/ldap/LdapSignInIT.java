package io.gatehouse.identity.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.TestDomains;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestProvider;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** People of an organization sign in with their directory's name and password. */
@MailTest
class LdapSignInIT {

    private static final String PROVIDERS = "/api/organizations/{o}/identity-providers";
    private static final String LEADS = "cn=leads,ou=groups,dc=example,dc=test";

    @Autowired
    private TestOrganizations organizations;

    private TestOrganization organization;
    private TestDirectory directory;
    private String domain;

    @BeforeEach
    void start() throws Exception {
        organization = organizations.enterprise();
        domain = TestDomains.provenBy(organization);
        directory = new TestDirectory(domain);
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    @Test
    void somebodyComesInByTheirGroupsGroup() throws Exception {
        String provider = enabled(encrypted());
        Api browser = organizations.browser();

        Api.Answer landed = signIn(browser, provider, "ada", "password of ada");

        assertThat(landed.status()).as(landed.body()).isEqualTo(200);
        assertThat(landed.json().path("address").asString()).isEqualTo("/console/");
        assertThat(browser.get("/api/session").body()).contains("ada@" + domain);
    }

    @Test
    void withoutAGroupThatGivesARoleNobodyComesIn() {
        String provider = enabled(plain());
        assertThat(signIn(organizations.browser(), provider, "eve", "password of eve")
                        .body())
                .contains("reason=no-role");
    }

    /** Same answer, and the same work at the directory: nobody learns who exists. */
    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() {
        String provider = enabled(plain());
        Api browser = organizations.browser();
        int before = directory.binds();
        Api.Answer wrong = signIn(browser, provider, "ada", "something else");
        int afterWrong = directory.binds();
        Api.Answer unknown = signIn(browser, provider, "nobody", "something else");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
        assertThat(directory.binds() - afterWrong)
                .isEqualTo(afterWrong - before)
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "ada)(uid=*", "a*a", "ada)(objectClass=*))(|(uid=ada", "\\61da", "ada\0"})
    void aNameIsNoFilter(String name) {
        String provider = enabled(plain());
        assertThat(signIn(organizations.browser(), provider, name, "password of ada")
                        .status())
                .isEqualTo(401);
    }

    /** A bind with a name and no password succeeds as nobody at most directories. */
    @Test
    void anEmptyPasswordIsRefusedBeforeAnythingIsAsked() {
        String provider = enabled(plain());
        int before = directory.binds();
        assertThat(signIn(organizations.browser(), provider, "ada", "").status())
                .isEqualTo(422);
        assertThat(directory.binds()).isEqualTo(before);
    }

    @Test
    void guessingIsSlowed() {
        String provider = enabled(plain());
        Api browser = organizations.browser();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(signIn(browser, provider, "ada", "guess " + attempt).status())
                    .isEqualTo(401);
        }
        Api.Answer paused = signIn(browser, provider, "ada", "password of ada");
        assertThat(paused.status()).isEqualTo(429);
        assertThat(paused.header("Retry-After")).isNotEmpty();
    }

    @Test
    void theSpellingOfANameIsNoNewStart() {
        String provider = enabled(plain());
        Api browser = organizations.browser();
        for (String name : List.of("ada", "ADA", " ada", "Ada\u3000", "\uff41da")) {
            assertThat(signIn(browser, provider, name, "a guess").status())
                    .as(name)
                    .isEqualTo(401);
        }
        assertThat(signIn(browser, provider, "aDa ", "password of ada").status())
                .isEqualTo(429);
    }

    /** Nor does the answer tell that both names are one person's. */
    @Test
    void anotherNameOfThePersonIsNoNewStart() {
        String provider = enabled(plain());
        Api browser = organizations.browser();
        for (String name : List.of("ada", "ada", "ada", "ada@" + domain, "ada@" + domain)) {
            assertThat(signIn(browser, provider, name, "a guess").status()).isEqualTo(401);
        }
        int before = directory.binds();
        assertThat(signIn(browser, provider, "ada@" + domain, "password of ada").status())
                .isEqualTo(401);
        assertThat(directory.binds() - before)
                .as("the same work as for anybody")
                .isEqualTo(2);
    }

    @Test
    void anAttemptThatCouldNotBeMadeForgetsNoFailure() {
        String provider = enabled(plain());
        Api browser = organizations.browser();
        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(signIn(browser, provider, "ada", "a guess").status()).isEqualTo(401);
        }
        directory.fail(true);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(signIn(browser, provider, "ada", "a guess").status())
                    .as("no failure either")
                    .isEqualTo(200);
        }
        assertThat(admin().post(PROVIDERS + "/" + provider + "/ldap/test", Map.of("name", "ada", "password", "x"))
                        .status())
                .isEqualTo(204);
        directory.fail(false);
        assertThat(signIn(browser, provider, "ada", "a guess").status()).isEqualTo(401);
        assertThat(signIn(browser, provider, "ada", "password of ada").status()).isEqualTo(429);
    }

    @Test
    void aSlowDirectoryTakesItsOwnOrganizationsPlacesOnly() throws Exception {
        String provider = enabled(plain());
        TestOrganization other = organizations.enterprise();
        try (ServerSocket slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, String> settings = with("address", "ldap://localhost:" + slow.getLocalPort(), plain());
            String waiting = created(other, settings, TestDirectory.SERVICE_PASSWORD);
            List<Socket> held = new ArrayList<>();
            for (int taken = 0; taken < 5; taken++) {
                Api admin = other.as(Role.SECURITY_ADMIN);
                threads.submit(() -> admin.post(PROVIDERS + "/" + waiting + "/check"));
                held.add(slow.accept());
            }
            assertThat(other.as(Role.SECURITY_ADMIN)
                            .post(PROVIDERS + "/" + waiting + "/check")
                            .body())
                    .contains("server-busy")
                    .doesNotContain("provider-unreachable");
            assertThat(signIn(organizations.browser(), provider, "ada", "password of ada")
                            .status())
                    .isEqualTo(200);
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void twoPeopleOfOneNameAreNobody() {
        Map<String, String> settings = new HashMap<>(plain());
        settings.put("personFilter", "(|(uid={name})(sn=Example))");
        String provider = enabled(settings);
        assertThat(signIn(organizations.browser(), provider, "ada", "password of ada")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTestShowsWhatTheDirectorySays() {
        String provider = enabled(plain());
        Api.Answer tried = admin().post(
                        PROVIDERS + "/" + provider + "/ldap/test",
                        Map.of("name", "ada", "password", "password of ada"));
        assertThat(tried.status()).as(tried.body()).isEqualTo(204);

        JsonNode outcome =
                admin().get(PROVIDERS + "/" + provider + "/test").json().path("outcome");
        assertThat(outcome.path("passed").asBoolean()).as(outcome.toString()).isTrue();
        assertThat(outcome.at("/claims/groupNames").toString()).isEqualTo("[\"leads\",\"engineering\",\"all\"]");
        assertThat(outcome.at("/claims/groups/0").asString()).isEqualTo(LEADS);
        assertThat(outcome.at("/claims/department/0").asString()).isEqualTo("Engineering");
        assertThat(outcome.toString()).doesNotContain("password of");
    }

    @Test
    void aCheckSaysWhatIsWrong() throws Exception {
        assertThat(check(encrypted(), TestDirectory.SERVICE_PASSWORD)).doesNotContain("ERROR");
        assertThat(check(with("certificates", "", encrypted()), TestDirectory.SERVICE_PASSWORD))
                .contains("ERROR", "is not trusted");
        assertThat(check(plain(), "another")).contains("wrong-secret");
        assertThat(check(with("baseDn", "ou=elsewhere,dc=example,dc=test", plain()), TestDirectory.SERVICE_PASSWORD))
                .contains("There is no ou=elsewhere");
        assertThat(check(with("address", "ldaps://10.11.12.13", plain()), TestDirectory.SERVICE_PASSWORD))
                .contains("connection-not-allowed");
        assertThat(check(with("address", "ldap://localhost:1", plain()), TestDirectory.SERVICE_PASSWORD))
                .contains("provider-unreachable", "cannot be reached");
        assertThat(check(Map.of(), TestDirectory.SERVICE_PASSWORD)).contains("Enter the directory's address");
    }

    @Test
    void anotherOrganizationsDirectoryIsNotThere() {
        String provider = enabled(plain());
        Api other = organizations.enterprise().as(Role.SECURITY_ADMIN);
        assertThat(other.post(PROVIDERS + "/" + provider + "/ldap/test", Map.of("name", "ada", "password", "x"))
                        .status())
                .isEqualTo(404);
    }

    private String check(Map<String, String> settings, String secret) {
        String provider = created(settings, secret);
        return admin().post(PROVIDERS + "/" + provider + "/check").body();
    }

    private String enabled(Map<String, String> settings) {
        String provider = created(settings, TestDirectory.SERVICE_PASSWORD);
        admin().put(
                        PROVIDERS + "/" + provider + "/mapping",
                        Map.of("rules", List.of(TestProvider.rule("groupNames", "all", Role.END_USER))));
        Api.Answer enabled = admin().put(PROVIDERS + "/" + provider + "/state", Map.of("state", "ENABLED"));
        assertThat(enabled.status()).as(enabled.body()).isEqualTo(200);
        return provider;
    }

    private String created(Map<String, String> settings, String secret) {
        return created(organization, settings, secret);
    }

    private static String created(TestOrganization of, Map<String, String> settings, String secret) {
        Api.Answer made = of.as(Role.SECURITY_ADMIN)
                .post(
                        PROVIDERS,
                        Map.of(
                                "kind",
                                "LDAP",
                                "preset",
                                "OTHER",
                                "name",
                                "Directory " + UUID.randomUUID(),
                                "settings",
                                settings,
                                "secret",
                                secret,
                                "secondFactorMethods",
                                List.of()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().at("/provider/id").asString();
    }

    private Map<String, String> plain() {
        return Map.of(
                "address",
                directory.plain(),
                "bindDn",
                TestDirectory.SERVICE,
                "baseDn",
                "ou=people,dc=example,dc=test",
                "groupBaseDn",
                "ou=groups,dc=example,dc=test");
    }

    private Map<String, String> encrypted() throws Exception {
        return with("certificates", directory.certificatePem(), with("address", directory.encrypted(), plain()));
    }

    private static Map<String, String> with(String name, String value, Map<String, String> settings) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }

    private static Api.Answer signIn(Api browser, String provider, String name, String password) {
        browser.get("/api/session");
        return browser.post("/api/sign-in/ldap/" + provider, Map.of("name", name, "password", password));
    }

    private Api admin() {
        return organization.as(Role.SECURITY_ADMIN);
    }
}
