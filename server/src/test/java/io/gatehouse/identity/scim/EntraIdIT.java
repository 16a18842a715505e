package io.gatehouse.identity.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Directory;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Microsoft Entra ID is documented to send, in its order and with its ways of writing. */
@ServerTest
final class EntraIdIT {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final TestOrganization acme;
    private final Directory entra;

    @Autowired
    EntraIdIT(TestOrganizations organizations) {
        this.acme = organizations.enterprise();
        this.entra = Directory.of(acme);
    }

    @Test
    void testsTheConnectionByLookingForSomebodyWhoIsNotThere() {
        Api.Answer answer = entra.find("Users", "userName eq \"" + UUID.randomUUID() + "\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/scim+json");
        assertThat(answer.json().at("/totalResults").asInt()).isZero();
        assertThat(answer.json().at("/Resources").isArray()).isTrue();
        assertThat(answer.json().at("/schemas/0").asString())
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:ListResponse");
    }

    @Test
    void readsWhatCanBeDone() {
        assertThat(entra.get("/ServiceProviderConfig")
                        .json()
                        .at("/patch/supported")
                        .asBoolean())
                .isTrue();
        assertThat(entra.get("/ResourceTypes").json().at("/totalResults").asInt())
                .isEqualTo(2);
        assertThat(entra.get("/Schemas").json().at("/totalResults").asInt()).isEqualTo(3);
        assertThat(entra.get("/Schemas/" + ENTERPRISE).body()).contains("costCenter");
    }

    @Test
    void makesFindsAndReadsAUser() {
        Map<String, Object> ada = fullUser("ada");
        Api.Answer made = entra.send("POST", "/Users", ada);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().at("/id").asString();
        assertThat(made.json().at("/meta/location").asString()).endsWith("/scim/v2/Users/" + id);
        assertThat(made.header("Location")).endsWith("/scim/v2/Users/" + id);
        Api.Answer found = entra.find("Users", "userName eq \"ADA@" + entra.domain() + "\"");
        assertThat(found.json().at("/Resources/0/id").asString()).isEqualTo(id);
        assertThat(found.json()
                        .at("/Resources/0/" + pointer(ENTERPRISE) + "/department")
                        .asString())
                .isEqualTo("Engines");
        Api.Answer byExternalId = entra.find("Users", "externalId eq \"object-of-ada\"");
        assertThat(byExternalId.json().at("/totalResults").asInt()).isEqualTo(1);
        assertThat(entra.send("POST", "/Users", ada).json().at("/scimType").asString())
                .isEqualTo("uniqueness");
        assertThat(entra.get("/Users/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void changesAttributesOneByOne() {
        String id =
                entra.send("POST", "/Users", fullUser("grace")).json().at("/id").asString();
        String boss = entra.create("boss");
        Api.Answer changed = entra.patch(
                "/Users/" + id,
                List.of(
                        op("Replace", "emails[type eq \"work\"].value", "hopper@" + entra.domain()),
                        op("Replace", "name.familyName", "Hopper"),
                        op("Add", "title", "Admiral"),
                        op("Add", ENTERPRISE + ":manager", boss),
                        op("Replace", ENTERPRISE + ":department", "Compilers"),
                        op("Add", "roles[primary eq \"True\"].value", "Operator"),
                        op("Add", "phoneNumbers[type eq \"work\"].value", "555")));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().at("/emails/0/value").asString()).isEqualTo("hopper@" + entra.domain());
        assertThat(changed.json().at("/emails").size()).isEqualTo(1);
        assertThat(changed.json().at("/name/familyName").asString()).isEqualTo("Hopper");
        assertThat(changed.json()
                        .at("/" + pointer(ENTERPRISE) + "/manager/value")
                        .asString())
                .isEqualTo(boss);
        Api admin = acme.as(Role.SECURITY_ADMIN);
        assertThat(admin.get("/api/organizations/{o}/people/" + id)
                        .json()
                        .at("/email")
                        .asString())
                .isEqualTo("hopper@" + entra.domain());
        Api.Answer profile = admin.get("/api/organizations/{o}/people/" + id + "/profile");
        assertThat(profile.json().at("/department").asString()).isEqualTo("Compilers");
        assertThat(profile.json().at("/source").asString()).isEqualTo("SCIM");
        assertThat(profile.json().at("/line/0/id").asString()).isEqualTo(boss);
    }

    @Test
    void changesSeveralAttributesWithoutAPath() {
        String id = entra.create("joan");
        Api.Answer changed = entra.patch(
                "/Users/" + id,
                List.of(Map.of(
                        "op",
                        "Add",
                        "value",
                        Map.of(
                                "displayName",
                                "Joan Clarke",
                                "name.givenName",
                                "Joan",
                                ENTERPRISE + ":costCenter",
                                "8",
                                ENTERPRISE,
                                Map.of("department", "Hut 8")))));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().at("/displayName").asString()).isEqualTo("Joan Clarke");
        assertThat(changed.json().at("/name/givenName").asString()).isEqualTo("Joan");
        assertThat(changed.json().at("/" + pointer(ENTERPRISE) + "/costCenter").asString())
                .isEqualTo("8");
        assertThat(changed.json().at("/" + pointer(ENTERPRISE) + "/department").asString())
                .isEqualTo("Hut 8");
    }

    @Test
    void disablesWithTextAndEnablesAgainAndDeletes() {
        String id = entra.create("mary");
        Api.Answer disabled = entra.patch("/Users/" + id, List.of(op("Replace", "active", "False")));
        assertThat(disabled.json().at("/active").asBoolean()).isFalse();
        assertThat(entra.patch("/Users/" + id, List.of(op("Replace", "active", "True")))
                        .json()
                        .at("/active")
                        .asBoolean())
                .isTrue();
        assertThat(entra.delete("/Users/" + id).status()).isEqualTo(204);
        assertThat(entra.get("/Users/" + id).status()).isEqualTo(404);
        assertThat(entra.delete("/Users/" + id).status()).isEqualTo(404);
    }

    @Test
    void keepsGroups() {
        String ada = entra.create("ada");
        String mary = entra.create("mary");
        String group = entra.group("Engineers");
        assertThat(entra.find("Groups", "displayName eq \"Engineers\"")
                        .json()
                        .at("/Resources/0/id")
                        .asString())
                .isEqualTo(group);
        assertThat(entra.patch(
                                "/Groups/" + group,
                                List.of(op("Add", "members", List.of(Map.of("value", ada), Map.of("value", mary)))))
                        .status())
                .isEqualTo(204);
        assertThat(entra.get("/Groups/" + group).json().at("/members").size()).isEqualTo(2);
        assertThat(entra.get("/Groups/" + group + "?excludedAttributes=members")
                        .json()
                        .has("members"))
                .isFalse();
        assertThat(entra.find("Groups", "id eq \"" + group + "\" and members eq \"" + ada + "\"")
                        .json()
                        .at("/totalResults")
                        .asInt())
                .isEqualTo(1);
        entra.patch("/Groups/" + group, List.of(op("Remove", "members", List.of(Map.of("value", ada)))));
        assertThat(entra.get("/Groups/" + group).json().at("/members/0/value").asString())
                .isEqualTo(mary);
        entra.patch("/Groups/" + group, List.of(op("Replace", "displayName", "Computers")));
        assertThat(entra.get("/Groups/" + group).json().at("/displayName").asString())
                .isEqualTo("Computers");
        assertThat(entra.delete("/Groups/" + group).status()).isEqualTo(204);
        assertThat(entra.get("/Groups/" + group).status()).isEqualTo(404);
    }

    private Map<String, Object> fullUser(String name) {
        Map<String, Object> user = entra.user(name);
        user.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE));
        user.put("externalId", "object-of-" + name);
        user.put("emails", List.of(Map.of("primary", true, "type", "work", "value", name + "@" + entra.domain())));
        user.put("name", Map.of("formatted", name + " Example", "familyName", "Example", "givenName", name));
        user.put("meta", Map.of("resourceType", "User"));
        user.put("roles", List.of());
        user.put(ENTERPRISE, Map.of("department", "Engines"));
        return user;
    }

    private static Map<String, Object> op(String op, String path, Object value) {
        return Map.of("op", op, "path", path, "value", value);
    }

    private static String pointer(String urn) {
        return urn.replace("~", "~0").replace("/", "~1");
    }
}
