package io.gatehouse.identity.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testing.Api;
import io.gatehouse.testing.Directory;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganizations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Okta is documented to send: whole users, changes without a path, and members chosen by a filter. */
@ServerTest
final class OktaIT {

    private final Directory okta;

    @Autowired
    OktaIT(TestOrganizations organizations) {
        this.okta = Directory.of(organizations.enterprise());
    }

    @Test
    void importsUsersPageByPage() {
        for (String name : List.of("ada", "grace", "joan")) {
            okta.create(name);
        }
        Api.Answer first = okta.get("/Users?startIndex=1&count=2");
        Api.Answer second = okta.get("/Users?startIndex=3&count=2");
        assertThat(first.json().at("/totalResults").asInt()).isEqualTo(3);
        assertThat(first.json().at("/itemsPerPage").asInt()).isEqualTo(2);
        assertThat(second.json().at("/itemsPerPage").asInt()).isEqualTo(1);
        assertThat(second.json().at("/startIndex").asInt()).isEqualTo(3);
        assertThat(first.body())
                .doesNotContain(second.json().at("/Resources/0/id").asString());
    }

    @Test
    void replacesAWholeUserAndSuspendsWithoutAPath() {
        String id = okta.create("ada");
        Map<String, Object> whole = new HashMap<>(okta.get("/Users/" + id)
                .json()
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        whole.put("name", Map.of("givenName", "Ada", "familyName", "Lovelace"));
        whole.put("locale", "en-GB");
        whole.put("groups", List.of());
        whole.put("password", "never kept");
        Api.Answer replaced = okta.send("PUT", "/Users/" + id, whole);
        assertThat(replaced.json().at("/name/familyName").asString()).isEqualTo("Lovelace");
        assertThat(replaced.body()).doesNotContain("never kept").doesNotContain("locale");
        assertThat(okta.activate(id, false).json().at("/active").asBoolean()).isFalse();
        assertThat(okta.find("Users", "userName eq \"ada@" + okta.domain() + "\"")
                        .json()
                        .at("/Resources/0/active")
                        .asBoolean())
                .as("found again, to be resumed")
                .isFalse();
        whole.put("active", true);
        assertThat(okta.send("PUT", "/Users/" + id, whole).json().at("/active").asBoolean())
                .isTrue();
    }

    @Test
    void pushesGroupsAndTakesMembersOutByAFilter() {
        String ada = okta.create("ada");
        String grace = okta.create("grace");
        String group = okta.group("Engineers", ada, grace);
        assertThat(okta.patch(
                                "/Groups/" + group,
                                List.of(
                                        Map.of("op", "remove", "path", "members[value eq \"" + ada + "\"]"),
                                        Map.of(
                                                "op",
                                                "replace",
                                                "value",
                                                Map.of("id", group, "displayName", "Compilers"))))
                        .status())
                .isEqualTo(204);
        Api.Answer left = okta.get("/Groups/" + group);
        assertThat(left.json().at("/displayName").asString()).isEqualTo("Compilers");
        assertThat(left.json().at("/members/0/value").asString()).isEqualTo(grace);
        Map<String, Object> whole = Map.of("displayName", "Compilers", "members", List.of(Map.of("value", ada)));
        assertThat(okta.send("PUT", "/Groups/" + group, whole)
                        .json()
                        .at("/members/0/value")
                        .asString())
                .isEqualTo(ada);
        okta.patch("/Groups/" + group, List.of(Map.of("op", "replace", "path", "members", "value", List.of())));
        assertThat(okta.get("/Groups/" + group).json().at("/members")).isEmpty();
    }

    @Test
    void changesOnlyWhatItHasSeen() {
        String id = okta.create("ada");
        String seen = okta.get("/Users/" + id).header("ETag");
        assertThat(put(id, "Ada Byron", seen).status()).isEqualTo(200);
        assertThat(put(id, "Ada King", seen).status()).isEqualTo(412);
        String now = okta.get("/Users/" + id).header("ETag");
        assertThat(now).isNotEqualTo(seen);
        okta.activate(id, true);
        assertThat(okta.get("/Users/" + id).header("ETag"))
                .as("nothing was changed")
                .isEqualTo(now);
    }

    @Test
    void findsByAllThatItFiltersBy() {
        okta.create("ada");
        okta.create("grace");
        String domain = okta.domain();
        for (String filter : List.of(
                "userName sw \"ada\"",
                "userName co \"ADA@\" and active eq true",
                "emails.value eq \"ada@" + domain + "\"",
                "emails[type eq \"work\" and value eq \"ada@" + domain + "\"]",
                "displayName eq \"Ada\" or displayName eq \"nobody\"",
                "not (userName sw \"grace\")",
                "userName ew \"a@" + domain + "\"")) {
            Api.Answer found = okta.find("Users", filter);
            assertThat(found.json().at("/totalResults").asInt()).as(filter).isEqualTo(1);
        }
        Api.Answer searched = okta.send(
                "POST",
                "/Users/.search",
                Map.of("filter", "userName pr", "count", 1, "attributes", List.of("userName")));
        assertThat(searched.json().at("/totalResults").asInt()).isEqualTo(2);
        assertThat(searched.json().at("/Resources/0").has("displayName")).isFalse();
        assertThat(okta.find("Groups", "displayName eq \"" + UUID.randomUUID() + "\"")
                        .json()
                        .at("/totalResults")
                        .asInt())
                .isZero();
    }

    private Api.Answer put(String id, String name, String seen) {
        Map<String, Object> user = okta.user("ada");
        user.put("displayName", name);
        return okta.client()
                .send(
                        "PUT",
                        "/api/organizations/{o}/scim/v2/Users/" + id,
                        user,
                        Map.of("If-Match", seen, "Content-Type", "application/scim+json"));
    }
}
