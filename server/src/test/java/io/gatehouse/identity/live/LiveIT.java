package io.gatehouse.identity.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Signals;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Listening;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an open console hears, and when it stops hearing. */
@ServerTest
final class LiveIT {

    private static final String LIVE = "/api/organizations/{o}/live";

    private final TestOrganizations organizations;
    private final Signals signals;
    private final LiveStreams streams;
    private final TestOrganization acme;

    @Autowired
    LiveIT(TestOrganizations organizations, Signals signals, LiveStreams streams) {
        this.organizations = organizations;
        this.signals = signals;
        this.streams = streams;
        this.acme = organizations.enterprise();
    }

    @Test
    void hearsOfItsOwnOrganizationAndOfNothingItMayNotRead() {
        TestOrganization other = organizations.enterprise();
        try (Listening user = listen(acme.as(Role.END_USER));
                Listening auditor = listen(acme.as(Role.AUDITOR))) {
            signals.announce(other.id(), Signals.Topic.LEDGER, 9);
            signals.announce(acme.id(), Signals.Topic.LEDGER, 3);
            assertThat(auditor.await(line -> line.startsWith("event:"))).isEqualTo("event: ledger");
            assertThat(auditor.await(line -> line.startsWith("data:"))).matches("data: \\{\"count\":[3-8]}");
            signals.announce(acme.id(), Signals.Topic.REQUEST, 1);
            assertThat(user.await(line -> line.startsWith("event:"))).isEqualTo("event: request");
        }
    }

    @Test
    void endsWithTheMembership() {
        PersonRef person = acme.another(Role.AUDITOR);
        Api admin = acme.as(Role.SECURITY_ADMIN);
        try (Listening stream = listen(acme.as(person))) {
            admin.post("/api/organizations/{o}/people/" + person.id() + "/suspend", Map.of("reason", "Left"));
            assertThat(stream.awaitEnd()).isTrue();
        }
    }

    @Test
    void endsWithTheSession() {
        Api browser = acme.as(acme.another(Role.AUDITOR));
        try (Listening stream = listen(browser)) {
            browser.delete("/api/session");
            assertThat(stream.awaitEnd()).isTrue();
        }
    }

    @Test
    void isRefusedToStrangersAndWithoutSession() {
        try (Listening stranger = new Listening(organizations.enterprise().as(Role.AUDITOR).stream(
                        "/api/organizations/" + acme.id() + "/live"));
                Listening nobody = new Listening(acme.anonymous().stream(LIVE))) {
            assertThat(stranger.status()).isEqualTo(404);
            assertThat(nobody.status()).isEqualTo(401);
        }
    }

    @Test
    void onePersonCannotTakeAllStreams() {
        Api browser = acme.as(acme.another(Role.AUDITOR));
        List<Listening> open = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                open.add(listen(browser));
            }
            assertThat(streams.size()).isGreaterThanOrEqualTo(20);
            try (Listening tooMany = new Listening(browser.stream(LIVE))) {
                assertThat(tooMany.status()).isEqualTo(429);
            }
        } finally {
            open.forEach(Listening::close);
        }
    }

    private static Listening listen(Api browser) {
        Listening listening = new Listening(browser.stream(LIVE));
        assertThat(listening.status()).isEqualTo(200);
        assertThat(listening.await(line -> line.equals(": open"))).isNotNull();
        return listening;
    }
}
