package io.gatehouse.identity.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members' places: reporting lines end, and stay within the organization. */
@ServerTest
final class ProfileIT {

    private static final String PEOPLE = "/api/organizations/{o}/people/";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    ProfileIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void isFilledByHandAndSaysSo() {
        PersonRef person = acme.another(Role.END_USER);
        PersonRef manager = acme.another(Role.END_USER);
        assertThat(admin.get(path(person)).json().at("/source").isNull()).isTrue();
        Api.Answer answer = admin.put(path(person), input("Accounting", manager));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/source").asString()).isEqualTo("MANUAL");
        assertThat(answer.json().at("/line/0/id").asString())
                .isEqualTo(manager.id().toString());
    }

    @Test
    void refusesCyclesStrangersAndAbsurdSizes() {
        PersonRef one = acme.another(Role.END_USER);
        PersonRef two = acme.another(Role.END_USER);
        PersonRef three = acme.another(Role.END_USER);
        assertThat(admin.put(path(one), input("", two)).status()).isEqualTo(200);
        assertThat(admin.put(path(two), input("", three)).status()).isEqualTo(200);
        assertThat(admin.put(path(three), input("", one)).status()).isEqualTo(422);
        assertThat(admin.put(path(one), input("", one)).status()).isEqualTo(422);
        assertThat(admin.put(path(one), input("x".repeat(121), null)).status()).isEqualTo(422);
        PersonRef stranger = organizations.enterprise().person(Role.END_USER);
        assertThat(admin.put(path(one), input("", stranger)).status()).isEqualTo(404);
        assertThat(admin.put(path(stranger), input("", one)).status()).isEqualTo(404);
        assertThat(admin.get(path(stranger)).status()).isEqualTo(404);
    }

    private static String path(PersonRef person) {
        return PEOPLE + person.id() + "/profile";
    }

    private static Map<String, @Nullable Object> input(String department, @Nullable PersonRef manager) {
        Map<String, @Nullable Object> input = new HashMap<>();
        input.put("department", department);
        input.put("title", "Accountant");
        input.put("costCenter", "4711");
        input.put("managerId", manager == null ? null : manager.id());
        return input;
    }
}
