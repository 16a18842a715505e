package io.gatehouse.identity.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.awt.Color;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An organization's logo: set, shown to members only, cached by its content, taken away again. */
@ServerTest
final class LogoIT {

    private static final String LOGO = "/api/organizations/{o}/logo";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    LogoIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void isShownWhereverTheOrganizationIs() {
        String logo = set(Color.RED);
        Api member = acme.as(Role.END_USER);
        assertThat(member.get("/api/session")
                        .json()
                        .at("/memberships/0/organization/logo")
                        .asString())
                .isEqualTo(logo);
        Api.Answer image = member.get(LOGO + "/" + logo);
        assertThat(image.status()).isEqualTo(200);
        assertThat(image.header("Content-Type")).isEqualTo("image/png");
        assertThat(image.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(image.header("Cache-Control")).contains("private", "immutable", "max-age=31536000");
        assertThat(image.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void hasAnotherAddressWhenItChangesAndNoneWhenItIsTakenAway() {
        String red = set(Color.RED);
        String blue = set(Color.BLUE);
        assertThat(blue).isNotEqualTo(red);
        assertThat(admin.get(LOGO + "/" + red).status()).isEqualTo(404);
        assertThat(admin.delete(LOGO).json().at("/logo").isNull()).isTrue();
        assertThat(admin.get(LOGO + "/" + blue).status()).isEqualTo(404);
        assertThat(admin.get("/api/organizations/{o}").json().at("/logo").isNull())
                .isTrue();
    }

    @Test
    void isInTheBookOnceForEachChange() {
        String red = set(Color.RED);
        set(Color.RED);
        admin.delete(LOGO);
        admin.delete(LOGO);
        var entries = admin.get("/api/organizations/{o}/ledger/entries?action=organization.change")
                .json()
                .get("items");
        assertThat(entries).hasSize(2);
        assertThat(entries.at("/1/after/logo").asString()).isEqualTo(red);
        assertThat(entries.at("/0/before/logo").asString()).isEqualTo(red);
    }

    @Test
    void isNobodyElsesToSeeOrChange() {
        String logo = set(Color.RED);
        TestOrganization other = organizations.enterprise();
        String path = LOGO.replace("{o}", acme.id().toString());
        Api stranger = other.as(Role.SECURITY_ADMIN);
        assertThat(stranger.get(path + "/" + logo).status()).isEqualTo(404);
        assertThat(stranger.put(path, file(Color.BLUE)).status()).isEqualTo(404);
        assertThat(stranger.get(LOGO + "/" + logo).status()).isEqualTo(404);
        assertThat(acme.anonymous().get(LOGO + "/" + logo).status()).isEqualTo(401);
        assertThat(acme.as(Role.END_USER).delete(LOGO).status()).isEqualTo(403);
        assertThat(admin.get(LOGO + "/" + logo).status()).isEqualTo(200);
    }

    /** A hash of an organization that the person belongs to, asked of another one of theirs. */
    @Test
    void isFetchedFromItsOrganizationOnly() {
        String logo = set(Color.RED);
        TestOrganization other = organizations.enterprise();
        PersonRef both = acme.another(Role.END_USER);
        organizations.join(other.id(), both, Role.END_USER);
        Api browser = organizations.signedIn(both);
        String path = "/api/organizations/%s/logo/" + logo;
        assertThat(browser.get(path.formatted(acme.id())).status()).isEqualTo(200);
        assertThat(browser.get(path.formatted(other.id())).status()).isEqualTo(404);
    }

    @Test
    void refusesFilesThatItCannotDraw() {
        for (Object body : new Object[] {
            "{}",
            Map.of("png", ""),
            Map.of("png", "no Base64!"),
            Map.of("png", "PHN2Zz4="),
            Map.of("png", "A".repeat(2_000_000))
        }) {
            assertThat(admin.put(LOGO, body).status()).isBetween(400, 422);
        }
        assertThat(admin.get(LOGO + "/00").status()).isEqualTo(404);
        assertThat(admin.get(LOGO + "/zz").status()).isEqualTo(404);
        assertThat(admin.get("/api/organizations/{o}").json().at("/logo").isNull())
                .isTrue();
    }

    private String set(Color color) {
        Api.Answer answer = admin.put(LOGO, file(color));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/logo").asString();
    }

    private static Map<String, Object> file(Color color) {
        return Map.of("png", Base64.getEncoder().encodeToString(Pngs.plain(64, 64, color)));
    }
}
