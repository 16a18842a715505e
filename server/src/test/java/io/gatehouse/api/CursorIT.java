package io.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.santa.SantaData;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every list refuses cursors that it did not give out; none breaks on them. */
@ServerTest
final class CursorIT {

    private static final List<String> INVENTED = List.of(
            "nonsense",
            "%25",
            "eB95",
            Cursor.of("x").encode(),
            Cursor.of("x", "y", "z").encode(),
            Cursor.of("\0", UUID.randomUUID()).encode(),
            Cursor.of("99999999999999999999", "x").encode(),
            Cursor.of("2026-01-01T00:00:00Z", "x").encode());

    private static final List<String> EXTREME = List.of(
            Cursor.of("+1000000000-12-31T23:59:59Z", UUID.randomUUID()).encode(),
            Cursor.of("-1000000000-01-01T00:00:00Z", UUID.randomUUID()).encode(),
            Cursor.of(Long.MAX_VALUE, "x\0").encode(),
            Cursor.of("2026-01-01T00:00:00Z", Long.MAX_VALUE).encode());

    private final TestOrganizations organizations;
    private final SantaData santa;

    @Autowired
    CursorIT(TestOrganizations organizations, SantaData santa) {
        this.organizations = organizations;
        this.santa = santa;
    }

    @Test
    void anInventedCursorIsRefusedByEveryList() {
        TestOrganization acme = organizations.enterprise();
        UUID device = santa.device(acme, "mac").id();
        TestOrganization provider = organizations.provider();
        List<Api> readers = List.of(
                acme.as(Role.SECURITY_ADMIN),
                provider.as(Role.SUPER_ADMIN),
                organizations.customerOf(provider).as(Role.CUSTOMER_ADMIN),
                organizations.signedIn(organizations.person(true)));
        List<String> lists = lists(readers.getFirst());
        assertThat(lists).hasSizeGreaterThan(10);
        List<String> wrong = new ArrayList<>();
        for (String list : lists) {
            String path = list.replace("{organization}", "{o}").replace("{id}", device.toString()) + "?cursor=";
            Api reader = readers.stream()
                    .filter(some -> some.get(path).status() == 200)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Nobody may read " + list));
            for (String cursor : INVENTED) {
                Api.Answer answer = reader.get(path + cursor);
                if (answer.status() != 422) {
                    wrong.add(list + " " + cursor + " → " + answer.status() + " " + answer.body());
                }
            }
            for (String cursor : EXTREME) {
                Api.Answer answer = reader.get(path + cursor);
                if (answer.status() >= 500) {
                    wrong.add(list + " " + cursor + " → " + answer.status() + " " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> lists(Api browser) {
        List<String> lists = new ArrayList<>();
        JsonNode paths = browser.get("/api/openapi.json").json().at("/paths");
        for (String path : paths.propertyNames()) {
            boolean paged = paths.get(path)
                    .at("/get/parameters")
                    .valueStream()
                    .anyMatch(parameter -> parameter.at("/name").asString().equals("cursor"));
            if (paged) {
                lists.add(path);
            }
        }
        return lists;
    }
}
