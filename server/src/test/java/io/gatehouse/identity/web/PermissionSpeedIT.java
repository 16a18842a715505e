package io.gatehouse.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.demands.Demands;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.identity.session.TestSession;
import io.gatehouse.kernel.Permission;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What checking permissions and signing in costs; {@code docs/performance.md} tells the figures that it prints. */
@ServerTest
final class PermissionSpeedIT {

    private static final int WARM = 300;
    private static final int TIMES = 1_000;
    private static final int SIGN_INS = 60;
    private static final int DECISIONS = 100;
    private static final int HASHES = 20;
    private static final double AIM_MICROSECONDS = 20;
    private static final double AIM_BESIDE_THE_HASH = 50_000;

    /** As the server's settings have it unless somebody changes them; tests hash at next to no cost. */
    private static final Argon2PasswordEncoder REAL_COST = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    private final TestOrganizations organizations;
    private final Persons persons;
    private final Demands demands;
    private final TestOrganization acme;
    private final PersonRef person;

    @Autowired
    PermissionSpeedIT(TestOrganizations organizations, Persons persons, Demands demands) {
        this.organizations = organizations;
        this.persons = persons;
        this.demands = demands;
        this.acme = organizations.enterprise();
        this.person = acme.another(Role.SECURITY_ADMIN, Role.AUDITOR);
    }

    @Test
    void theDecisionItselfTakesMicroseconds() {
        Membership membership = persons.membership(acme.id(), person.id()).orElseThrow();
        Access.Member demanded = new Access.Member(Set.of(Permission.PEOPLE_MANAGE), true);
        double decision = quickest("a hundred decisions, rights at hand", TIMES, () -> {
                    for (int number = 0; number < DECISIONS; number++) {
                        Caller caller = new Caller(
                                membership.scope(), membership.permissions(), membership.permissionsInTeams(), true);
                        assertThat(demanded.isMetBy(caller)).isTrue();
                    }
                })
                / DECISIONS;
        tell("one of them", decision);
        assertThat(decision).isLessThan(AIM_MICROSECONDS);
        SignedIn session = TestSession.of(person.id());
        quickest("the rights, read", TIMES, () -> persons.membership(acme.id(), person.id()));
        quickest(
                "the whole check: rights, demands, session's reach", TIMES, () -> demands.standing(session, acme.id()));
        Api browser = acme.as(person);
        quickest("a request that is checked, over HTTP", TIMES, () -> browser.get("/api/organizations/{o}"));
        quickest("a request that is not, over HTTP", TIMES, () -> browser.get("/api/password-resets"));
    }

    @Test
    void signingInCostsTheHashAndLittleElse() {
        Api browser = organizations.browser();
        double beside = quickest(
                "a sign-in with a hash that costs next to nothing",
                SIGN_INS,
                () -> browser.signIn(person.email(), TestOrganizations.PASSWORD));
        quickest("the hash at its real cost", HASHES, () -> REAL_COST.encode(TestOrganizations.PASSWORD));
        assertThat(beside).isLessThan(AIM_BESIDE_THE_HASH);
    }

    /** The tenth that is quickest tells what the work costs, however busy the machine is. */
    private static double quickest(String what, int times, Runnable work) {
        for (int number = 0; number < Math.min(WARM, times); number++) {
            work.run();
        }
        double[] microseconds = new double[times];
        for (int number = 0; number < times; number++) {
            long start = System.nanoTime();
            work.run();
            microseconds[number] = (System.nanoTime() - start) / 1e3;
        }
        Arrays.sort(microseconds);
        tell(what + ", p10", microseconds[times / 10]);
        tell(what + ", p50", microseconds[times / 2]);
        tell(what + ", p95", microseconds[times * 95 / 100]);
        return microseconds[times / 10];
    }

    private static void tell(String what, double microseconds) {
        System.out.printf(Locale.ROOT, "figure | %s, µs | %,.2f%n", what, microseconds);
    }
}
