package io.gatehouse.santa.software;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.santa.events.OneMac;
import io.gatehouse.santa.events.Uploads;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganizations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is known of files and bundles is counted right and shown to whom it belongs. */
@ServerTest
final class SoftwareIT {

    private static final String FILE = Uploads.sha256("a file");

    private final OneMac.Maker macs;
    private final TestOrganizations organizations;
    private final Clock clock;
    private final OneMac mac;

    @Autowired
    SoftwareIT(OneMac.Maker macs, TestOrganizations organizations, Clock clock) {
        this.macs = macs;
        this.organizations = organizations;
        this.clock = clock;
        this.mac = macs.fresh();
    }

    @Test
    void tellsWhoSignedAFileWhereItWasSeenAndHowOftenItWasStopped() {
        OneMac second = macs.in(mac.organization());
        double now = now();
        String bundle = Uploads.sha256("a bundle");
        mac.upload(Uploads.EVERY_FIELD.formatted(FILE, now - 100, bundle));
        mac.upload(Uploads.execution(FILE, now - 50, "ALLOW_BINARY", 2));
        second.upload(Uploads.execution(FILE, now, "BLOCK_UNKNOWN", 3));
        second.upload(Uploads.EVERY_FIELD.formatted(Uploads.sha256("sibling"), now, bundle));

        JsonNode shown = mac.get("/software/" + FILE);
        assertThat(texts(shown, "sha256", "fileName", "signingId", "teamId", "cdhash", "signingStatus"))
                .containsExactly(
                        FILE,
                        "Chess",
                        "ABCDE12345:com.example.chess",
                        "ABCDE12345",
                        "0123456789abcdef0123456789abcdef01234567",
                        "PRODUCTION");
        assertThat(shown.path("certificateSha256").asString()).startsWith("1111");
        assertThat(shown.path("signer").path("commonName").asString()).isEqualTo("Developer ID: Chess");
        assertThat(shown.path("signingChain").size()).isEqualTo(2);
        assertThat(numbers(shown, "devices", "executions", "blocks")).containsExactly(2L, 3L, 2L);
        assertThat(shown.path("deviceList").size()).isEqualTo(2);
        assertThat(shown.path("deviceList").path(0).path("device").path("id").asString())
                .isEqualTo(second.device().toString());
        assertThat(shown.path("paths").toString())
                .isEqualTo("[\"/Applications/Chess.app/Contents/MacOS\",\"/usr/local/bin\"]");
        assertThat(shown.path("versions").toString()).isEqualTo("[\"7.1 (2026)\"]");
        assertThat(shown.path("bundles").path(0).path("hash").asString()).isEqualTo(bundle);
        assertThat(numbers(shown.path("sameSigningId"), "software", "devices")).containsExactly(2L, 2L);
        assertThat(numbers(shown.path("sameTeam"), "software", "devices")).containsExactly(2L, 2L);
        assertThat(shown.path("rules").isArray()).isTrue();
    }

    @Test
    void listsNewestFirstAndFiltersAndPages() {
        for (int i = 0; i < 9; i++) {
            String decision = i % 3 == 0 ? "BLOCK_UNKNOWN" : "ALLOW_UNKNOWN";
            mac.upload(Uploads.execution(Uploads.sha256("f" + i), now() - 100 + i, decision, i));
        }
        mac.upload(Uploads.EVERY_FIELD.formatted(FILE, now(), Uploads.sha256("b")));

        List<JsonNode> all = pages("");
        assertThat(all).hasSize(10).doesNotHaveDuplicates();
        assertThat(all.getFirst().path("sha256").asString()).isEqualTo(FILE);
        assertThat(pages("sort=firstSeenAt&")).isEqualTo(all.reversed());
        assertThat(pages("blocked=true&")).hasSize(4);
        assertThat(pages("blocked=false&")).hasSize(6);
        assertThat(pages("signer=chess&")).hasSize(1);
        assertThat(pages("text=tool&")).hasSize(9);
        assertThat(pages("text=" + FILE + "&")).hasSize(1);
        assertThat(mac.admin()
                        .get("/api/organizations/{o}/software?sort=devices")
                        .status())
                .isEqualTo(422);
        assertThat(mac.admin()
                        .get("/api/organizations/{o}/software?cursor=YWJjH2Q")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void showsABundleAndWhetherItIsProven() {
        List<String> members = List.of(Uploads.sha256("a"), Uploads.sha256("b"), Uploads.sha256("c"));
        String hash = Uploads.sha256(String.join("", members.stream().sorted().toList()));
        mac.upload(Uploads.EVERY_FIELD.formatted(members.getFirst(), now(), hash));
        mac.upload(Uploads.member(members.get(0), hash, 3));
        JsonNode partial = mac.get("/bundles/" + hash);
        assertThat(numbers(partial, "binaryCount", "received")).containsExactly(3L, 1L);
        assertThat(partial.path("complete").asBoolean()).isFalse();

        mac.upload(Uploads.member(members.get(1), hash, 3));
        mac.upload(Uploads.member(members.get(2), hash, 3));
        JsonNode whole = mac.get("/bundles/" + hash);
        assertThat(whole.path("complete").asBoolean() && whole.path("verified").asBoolean())
                .isTrue();
        assertThat(texts(whole, "name", "version", "versionString", "identifier", "path", "executablePath"))
                .containsExactly(
                        "Chess for All",
                        "7.1",
                        "7.1 (2026)",
                        "com.example.chess",
                        "/Applications/Chess.app",
                        "Contents/MacOS/Chess");
        assertThat(whole.path("hashMillis").asLong()).isEqualTo(1234);
        assertThat(whole.path("members").size()).isEqualTo(3);
    }

    @Test
    void anotherOrganizationKnowsNothingOfIt() {
        mac.upload(Uploads.EVERY_FIELD.formatted(FILE, now(), Uploads.sha256("b")));
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);

        assertThat(stranger.get("/api/organizations/{o}/software/" + FILE).status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/organizations/{o}/bundles/" + Uploads.sha256("b"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/organizations/{o}/software")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(mac.organization()
                        .as(Role.END_USER)
                        .get("/api/organizations/{o}/software")
                        .status())
                .isEqualTo(403);
    }

    private double now() {
        return clock.instant().getEpochSecond();
    }

    private List<JsonNode> pages(String filter) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = mac.get("/software?" + filter + "limit=3&cursor=" + cursor);
            page.path("items").forEach(all::add);
            cursor = page.path("next").isString() ? page.path("next").asString() : null;
        }
        return all;
    }

    private static List<String> texts(JsonNode node, String... names) {
        return List.of(names).stream().map(name -> node.path(name).asString()).toList();
    }

    private static List<Long> numbers(JsonNode node, String... names) {
        return List.of(names).stream().map(name -> node.path(name).asLong()).toList();
    }
}
