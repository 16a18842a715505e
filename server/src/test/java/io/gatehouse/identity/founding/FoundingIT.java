package io.gatehouse.identity.founding;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How organizations come into being, and how they are changed. */
@ServerTest
final class FoundingIT {

    private final TestOrganizations organizations;

    @Autowired
    FoundingIT(TestOrganizations organizations) {
        this.organizations = organizations;
    }

    @Test
    void anOperatorFoundsOrganizationsAndSeesNothingInThem() {
        PersonRef operator = organizations.person(true);
        Api browser = organizations.signedIn(operator);
        String name = "Größe & Söhne " + UUID.randomUUID();
        Api.Answer founded = browser.post(
                "/api/installation/organizations",
                Map.of("name", name, "kind", "ENTERPRISE", "adminEmail", "admin@example.test"));
        assertThat(founded.status()).isEqualTo(201);
        assertThat(founded.json().at("/organization/slug").asString()).startsWith("grosse-sohne-");
        assertThat(founded.json().at("/invitation/link").asString()).contains("/invitation#");
        String id = founded.json().at("/organization/id").asString();
        assertThat(browser.get("/api/organizations/" + id).status()).isEqualTo(404);
        assertThat(browser.get("/api/installation/organizations?text=" + encoded(name))
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(id);
        assertThat(browser.get("/api/session").json().at("/operator").asBoolean())
                .isTrue();
        assertThat(browser.post(
                                "/api/installation/organizations",
                                Map.of("name", name, "kind", "CUSTOMER", "adminEmail", "admin@example.test"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void twoOrganizationsOfOneNameGetAddressesOfTheirOwn() {
        Api browser = organizations.signedIn(organizations.person(true));
        Map<String, String> wanted =
                Map.of("name", "Same " + UUID.randomUUID(), "kind", "PROVIDER", "adminEmail", "admin@example.test");
        String first = browser.post("/api/installation/organizations", wanted)
                .json()
                .at("/organization/slug")
                .asString();
        assertThat(browser.post("/api/installation/organizations", wanted)
                        .json()
                        .at("/organization/slug")
                        .asString())
                .isEqualTo(first + "-2");
    }

    @Test
    void nobodyElseMayOperate() {
        Api admin = organizations.provider().as(Role.SUPER_ADMIN);
        assertThat(admin.get("/api/installation/organizations").status()).isEqualTo(403);
        assertThat(organizations
                        .browser()
                        .get("/api/installation/organizations")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aProviderCreatesCustomersAndBothBooksTellOfIt() {
        TestOrganization provider = organizations.provider();
        Api manager = provider.as(Role.ACCOUNT_MANAGER);
        Api.Answer created = manager.post(
                "/api/organizations/{o}/customers", Map.of("name", "Bank", "adminEmail", "bank@example.test"));
        assertThat(created.status()).isEqualTo(201);
        JsonNode customer = created.json().at("/organization");
        assertThat(customer.at("/kind").asString()).isEqualTo("CUSTOMER");
        assertThat(customer.at("/parentId").asString()).isEqualTo(provider.id().toString());
        assertThat(manager.get("/api/organizations/{o}/customers").json().at("/items/0/id"))
                .isEqualTo(customer.at("/id"));
        assertThat(provider.as(Role.SUPER_ADMIN)
                        .get("/api/organizations/{o}/ledger/entries?action=customer.create")
                        .json()
                        .at("/items/0/object/id"))
                .isEqualTo(customer.at("/id"));
        assertThat(joinAndRead(created, "/ledger/actions").toString())
                .contains("organization.create", "invitation.create", "person.join");
        assertThat(organizations
                        .provider()
                        .as(Role.SUPER_ADMIN)
                        .get("/api/organizations/{o}/customers")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void customersComePageByPageAndByPartOfTheName() {
        TestOrganization provider = organizations.provider();
        Api admin = provider.as(Role.SUPER_ADMIN);
        for (String name : List.of("Bakery", "100% Bank", "Brewery")) {
            admin.post("/api/organizations/{o}/customers", Map.of("name", name, "adminEmail", "a@example.test"));
        }
        JsonNode first = admin.get("/api/organizations/{o}/customers?limit=2").json();
        assertThat(first.at("/items").findValuesAsString("name")).containsExactly("100% Bank", "Bakery");
        assertThat(admin.get("/api/organizations/{o}/customers?limit=2&cursor="
                                + first.at("/next").asString())
                        .json()
                        .at("/items")
                        .findValuesAsString("name"))
                .containsExactly("Brewery");
        assertThat(admin.get("/api/organizations/{o}/customers?text=" + encoded("% b"))
                        .json()
                        .at("/items")
                        .findValuesAsString("name"))
                .containsExactly("100% Bank");
        assertThat(admin.get("/api/organizations/{o}/customers?limit=0").status())
                .isEqualTo(422);
        assertThat(admin.get("/api/organizations/{o}/customers?cursor=x").status())
                .isEqualTo(422);
    }

    @Test
    void changesOfAnOrganizationAreCheckedAndStandInItsBook() {
        TestOrganization acme = organizations.enterprise();
        Api admin = acme.as(Role.SECURITY_ADMIN);
        Api.Answer changed = admin.patch(
                "/api/organizations/{o}",
                Map.of("name", "Acme", "accentColor", "#aa0000", "timeZone", "Europe/Berlin"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/timeZone").asString()).isEqualTo("Europe/Berlin");
        JsonNode entry = admin.get("/api/organizations/{o}/ledger/entries?action=organization.change")
                .json()
                .at("/items/0");
        assertThat(entry.at("/after/name").asString()).isEqualTo("Acme");
        assertThat(entry.at("/before/accentColor").asString()).isEqualTo("#336699");
        assertThat(entry.at("/after").has("ownershipConfirmation")).isFalse();
        assertThat(admin.patch("/api/organizations/{o}", Map.of("timeZone", "Mars/Base"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.patch("/api/organizations/{o}", Map.of("accentColor", "red;}"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.patch("/api/organizations/{o}", Map.of("name", "  ")).status())
                .isEqualTo(422);
    }

    private JsonNode joinAndRead(Api.Answer created, String path) {
        String link = created.json().at("/invitation/link").asString();
        Api admin = organizations.browser();
        admin.get("/api/session");
        admin.post(
                "/api/invitations/accept",
                Map.of(
                        "token",
                        link.substring(link.indexOf('#') + 1),
                        "displayName",
                        "Admin",
                        "password",
                        TestOrganizations.PASSWORD));
        return admin.get("/api/organizations/"
                        + created.json().at("/organization/id").asString() + path)
                .json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
