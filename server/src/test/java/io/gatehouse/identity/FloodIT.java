package io.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** 300 strangers sign in at the same time, where two hashes are computed at once and four people may wait. */
@ServerTest
@TestPropertySource(properties = {"gatehouse.password.at-once=2", "gatehouse.password.waiting=4"})
final class FloodIT {

    private static final int STRANGERS = 300;
    private static final int READS = 50;

    private final TestOrganizations organizations;
    private final TestOrganization acme;

    @Autowired
    FloodIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
    }

    @Test
    void aFloodOfSignInsIsTurnedAwayAndPeopleInsideNoticeNothing() throws Exception {
        Api inside = acme.as(Role.SECURITY_ADMIN);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> strangers = IntStream.range(0, STRANGERS)
                    .mapToObj(number -> threads.submit(stranger(start, number)))
                    .toList();
            start.countDown();
            for (int i = 0; i < READS; i++) {
                assertThat(inside.get("/api/session").status()).isEqualTo(200);
                assertThat(inside.get("/api/organizations/{o}/people").status()).isEqualTo(200);
            }
            assertThat(strangers.stream().map(FloodIT::result)).containsOnly(401, 429);
        }
        assertThat(acme.as(acme.another(Role.AUDITOR)).get("/api/session").status())
                .as("the queue is free again")
                .isEqualTo(200);
    }

    @Test
    void beingTurnedAwayIsNotAFailureOfTheAccount() throws Exception {
        PersonRef person = acme.another(Role.AUDITOR);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> own = IntStream.range(0, 40)
                    .mapToObj(_ -> threads.submit(() -> {
                        Api browser = fresh();
                        start.await();
                        return browser.signIn(person.email(), TestOrganizations.PASSWORD)
                                .status();
                    }))
                    .toList();
            start.countDown();
            own.forEach(FloodIT::result);
        }
        assertThat(fresh().signIn(person.email(), TestOrganizations.PASSWORD).status())
                .isEqualTo(200);
    }

    private Callable<Integer> stranger(CountDownLatch start, int number) {
        return () -> {
            Api browser = fresh();
            start.await();
            return browser.send(
                            "POST",
                            "/api/session",
                            Map.of("email", "stranger-" + UUID.randomUUID() + "@example.test", "password", "guess"),
                            Map.of("X-Forwarded-For", "198.51.100." + number % 250))
                    .status();
        };
    }

    private Api fresh() {
        Api browser = organizations.browser();
        browser.get("/api/session");
        return browser;
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
