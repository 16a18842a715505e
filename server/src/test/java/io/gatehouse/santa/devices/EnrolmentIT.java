package io.gatehouse.santa.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.santa.SantaData;
import io.gatehouse.santa.TagRef;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** Enrolments, their secrets and profiles over HTTP. */
@ServerTest
final class EnrolmentIT {

    private static final String ENROLMENTS = "/api/organizations/{o}/enrolments";

    private final TestOrganizations organizations;
    private final SantaData santa;
    private TestOrganization acme;
    private Api admin;

    @Autowired
    EnrolmentIT(TestOrganizations organizations, SantaData santa) {
        this.organizations = organizations;
        this.santa = santa;
    }

    @BeforeEach
    void freshOrganization() {
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void aSecretIsShownOnceAndNamesItsOrganization() {
        TagRef tag = santa.tag(acme, "Staff", 0);
        JsonNode issued = admin.post(
                        ENROLMENTS, Map.of("name", "All", "tagIds", List.of(tag.id()), "maximumDevices", 5))
                .json();
        String secret = issued.get("secret").asString();
        assertThat(secret).matches("ghs_" + acme.id().toString().replace("-", "") + "_[A-Za-z0-9_-]{43}");
        assertThat(issued.get("syncBaseUrl").asString()).endsWith("/santa/" + secret + "/");
        String list = admin.get(ENROLMENTS).body();
        assertThat(list).doesNotContain(secret).contains(secret.substring(secret.length() - 4));
        assertThat(admin.get("/api/organizations/{o}/ledger/entries").body()).doesNotContain(secret);
    }

    @Test
    void aRotationLetsTheOthersRetireAndARevocationEndsAll() {
        JsonNode first = create("All");
        String id = first.get("enrolment").get("id").asString();
        JsonNode second = admin.post(ENROLMENTS + "/" + id + "/secrets", Map.of("retireOthersAfter", "P14D"))
                .json();
        JsonNode secrets = second.get("enrolment").get("secrets");
        assertThat(secrets.size()).isEqualTo(2);
        assertThat(secrets.get(0).get("retiresAt").isNull()).isFalse();
        assertThat(secrets.get(1).get("retiresAt").isNull()).isTrue();
        assertThat(profile(id, first).status()).isEqualTo(200);
        String old = secrets.get(0).get("id").asString();
        assertThat(admin.delete(ENROLMENTS + "/" + id + "/secrets/" + old).status())
                .isEqualTo(204);
        assertThat(admin.delete(ENROLMENTS + "/" + id + "/secrets/" + old).status())
                .isEqualTo(404);
        assertThat(profile(id, first).status()).isEqualTo(422);
        assertThat(profile(id, second).status()).isEqualTo(200);
        assertThat(admin.post(ENROLMENTS + "/" + id + "/revoke", Map.of()).status())
                .isEqualTo(422);
        assertThat(admin.post(ENROLMENTS + "/" + id + "/revoke", Map.of("reason", "leaked"))
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("REVOKED");
        assertThat(profile(id, second).status()).isEqualTo(409);
        assertThat(admin.post(ENROLMENTS + "/" + id + "/secrets", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void aProfileIsAPropertyListThatNothingBreaksOutOf() throws Exception {
        JsonNode issued = create("R&D <\"lab\">");
        String id = issued.get("enrolment").get("id").asString();
        admin.put(
                "/api/organizations/{o}/configurations/organization",
                Map.of("settings", Map.of("clientMode", "LOCKDOWN", "eventDetailText", "Ask <a>&]]>")));
        Api.Answer answer = profile(id, issued);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-apple-aspen-config");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        Document plist = parse(answer.body());
        assertThat(value(plist, "SyncBaseURL"))
                .isEqualTo(issued.get("syncBaseUrl").asString());
        assertThat(value(plist, "ClientMode")).isEqualTo("2");
        assertThat(value(plist, "EventDetailText")).isEqualTo("Ask <a>&]]>");
        assertThat(value(plist, "PayloadDisplayName")).isEqualTo("Gatehouse: Santa (R&D <\"lab\">)");
        assertThat(profile(id, issued).body()).isEqualTo(answer.body());
        Document inHeader = parse(admin.post(
                        ENROLMENTS + "/" + id + "/profile",
                        Map.of("secret", issued.get("secret").asString(), "inHeader", true, "clientMode", "MONITOR"))
                .body());
        assertThat(value(inHeader, "SyncBaseURL")).endsWith("/santa/sync/");
        assertThat(value(inHeader, "Authorization"))
                .isEqualTo("Bearer " + issued.get("secret").asString());
        assertThat(value(inHeader, "ClientMode")).isEqualTo("1");
    }

    @Test
    void aProfileHoldsWhatASyncTakesBackAndLosesNoEvents() throws Exception {
        JsonNode issued = create("All");
        Map<String, Object> settings = Map.of(
                "allowedPathRegex",
                "/opt/",
                "blockedPathRegex",
                "/tmp/",
                "removableMedia",
                Map.of("action", "REMOUNT", "remountFlags", List.of("rdonly", "noexec")),
                "encryptedRemovableMedia",
                Map.of("action", "BLOCK"));
        assertThat(admin.put("/api/organizations/{o}/configurations/organization", Map.of("settings", settings))
                        .status())
                .isEqualTo(200);

        String profile =
                profile(issued.get("enrolment").get("id").asString(), issued).body();

        assertThat(profile).doesNotContain("PathRegex").contains("<key>SyncEnableCleanSyncEventUpload</key><true");
        Document plist = parse(profile);
        assertThat(value(plist, "RemovableMediaAction")).isEqualTo("Remount");
        assertThat(value(plist, "RemovableMediaRemountFlags")).isEqualTo("rdonlynoexec");
        assertThat(value(plist, "EncryptedRemovableMediaAction")).isEqualTo("Block");
        assertThat(value(plist, "RemountUSBMode")).isEqualTo("rdonlynoexec");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"x\", \"maximumDevices\": 0}",
                "{\"name\": \"x\", \"tagIds\": [\"00000000-0000-0000-0000-000000000001\"]}",
                "{\"name\": \"a\\u0000b\"}"
            })
    void brokenEnrolmentsAreRefused(String body) {
        assertThat(admin.post(ENROLMENTS, body).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"retireOthersAfter\": \"-PT1S\"}", "{\"retireOthersAfter\": \"P367D\"}"})
    void brokenRotationsAreRefused(String body) {
        String id = create("All").get("enrolment").get("id").asString();
        assertThat(admin.post(ENROLMENTS + "/" + id + "/secrets", body).status())
                .isEqualTo(422);
    }

    @Test
    void othersNeitherSeeNorTouchThem() {
        JsonNode issued = create("Ours");
        String id = issued.get("enrolment").get("id").asString();
        TestOrganization other = organizations.enterprise();
        Api stranger = other.as(Role.SECURITY_ADMIN);
        JsonNode theirs = stranger.post(ENROLMENTS, Map.of("name", "Theirs")).json();
        assertThat(stranger.get(ENROLMENTS).json().size()).isEqualTo(1);
        assertThat(stranger.post(ENROLMENTS + "/" + id + "/secrets", Map.of()).status())
                .isEqualTo(404);
        assertThat(stranger.post(ENROLMENTS + "/" + id + "/revoke", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post(
                                ENROLMENTS + "/" + id + "/profile",
                                Map.of("secret", issued.get("secret").asString()))
                        .status())
                .isEqualTo(404);
        assertThat(profile(id, theirs).status()).isEqualTo(422);
        assertThat(acme.as(Role.AUDITOR).get(ENROLMENTS).status()).isEqualTo(200);
        assertThat(acme.as(Role.AUDITOR).post(ENROLMENTS, Map.of("name", "x")).status())
                .isEqualTo(403);
        assertThat(admin.delete(ENROLMENTS + "/" + id + "/secrets/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    private JsonNode create(String name) {
        return admin.post(ENROLMENTS, Map.of("name", name)).json();
    }

    private Api.Answer profile(String id, JsonNode issued) {
        return admin.post(
                ENROLMENTS + "/" + id + "/profile",
                Map.of("secret", issued.get("secret").asString()));
    }

    private static Document parse(String plist) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(plist.getBytes(StandardCharsets.UTF_8)));
    }

    private static String value(Document plist, String key) {
        var keys = plist.getElementsByTagName("key");
        for (int i = 0; i < keys.getLength(); i++) {
            if (keys.item(i).getTextContent().equals(key)) {
                return keys.item(i).getNextSibling().getTextContent();
            }
        }
        throw new AssertionError("no key " + key);
    }
}
