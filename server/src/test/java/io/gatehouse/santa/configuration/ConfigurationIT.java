package io.gatehouse.santa.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.SantaData;
import io.gatehouse.santa.TagRef;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Settings over HTTP, and what becomes of them for a device. */
@ServerTest
final class ConfigurationIT {

    private final TestOrganizations organizations;
    private final SantaData santa;
    private final EffectiveConfigurations effective;
    private TestOrganization acme;
    private Api admin;

    @Autowired
    ConfigurationIT(TestOrganizations organizations, SantaData santa, EffectiveConfigurations effective) {
        this.organizations = organizations;
        this.santa = santa;
        this.effective = effective;
    }

    @BeforeEach
    void freshOrganization() {
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void eachScopeOverrulesTheWiderOneAtOnce() {
        TagRef high = santa.tag(acme, "High", 0);
        TagRef low = santa.tag(acme, "Low", 1);
        DeviceRef device = santa.device(acme, "mac", low, high);
        assertThat(effective(device, low, high).clientMode()).isEqualTo(ClientMode.MONITOR);
        put("organization", "{\"clientMode\": \"LOCKDOWN\", \"batchSize\": 200}", 0);
        assertThat(effective(device, low, high).clientMode()).isEqualTo(ClientMode.LOCKDOWN);
        put("tags/" + low.id(), "{\"clientMode\": \"MONITOR\", \"fullSyncIntervalSeconds\": 600}", 0);
        assertThat(effective(device, low, high).clientMode()).isEqualTo(ClientMode.MONITOR);
        put("tags/" + high.id(), "{\"clientMode\": \"STANDALONE\"}", 0);
        assertThat(effective(device, low, high).clientMode()).isEqualTo(ClientMode.STANDALONE);
        put("devices/" + device.id(), "{\"batchSize\": 7}", 0);
        assertThat(effective(device, low, high).batchSize()).isEqualTo(7);
        assertThat(effective(device, low, high).fullSyncIntervalSeconds()).isEqualTo(600);
        assertThat(admin.delete("/api/organizations/{o}/configurations/devices/" + device.id())
                        .status())
                .isEqualTo(204);
        assertThat(effective(device, low, high).batchSize()).isEqualTo(200);
    }

    @Test
    void theWinnerOfEachSettingIsShownWithThoseItOverrules() {
        TagRef tag = santa.tag(acme, "Developers", 0);
        DeviceRef device = santa.device(acme, "mac", tag);
        put("organization", "{\"clientMode\": \"LOCKDOWN\"}", 0);
        put("tags/" + tag.id(), "{\"clientMode\": \"MONITOR\"}", 0);
        JsonNode mode = admin.get("/api/organizations/{o}/devices/" + device.id() + "/configuration")
                .json()
                .get("settings")
                .get(0);
        assertThat(mode.get("name").asString()).isEqualTo("clientMode");
        assertThat(mode.get("value").asString()).isEqualTo("MONITOR");
        assertThat(mode.get("winner").get("scope").get("tag").get("name").asString())
                .isEqualTo("Developers");
        assertThat(mode.get("others").get(0).get("scope").get("kind").asString())
                .isEqualTo("ORGANIZATION");
        assertThat(mode.get("others").get(1).get("scope").get("kind").asString())
                .isEqualTo("DEFAULT");
    }

    @Test
    void settingsAreKeptAsTheyWereSetAndVersionsStopTheLate() {
        JsonNode kept = put(
                        "organization",
                        "{\"removableMedia\": {\"action\": \"REMOUNT\", \"remountFlags\": [\"rdonly\", \"noexec\"]}}",
                        0)
                .json();
        assertThat(kept.get("version").asInt()).isEqualTo(1);
        assertThat(kept.get("settings")
                        .get("removableMedia")
                        .get("remountFlags")
                        .size())
                .isEqualTo(2);
        assertThat(kept.get("settings").get("clientMode").isNull()).isTrue();
        assertThat(put("organization", "{}", 0).status()).isEqualTo(409);
        assertThat(put("organization", "{}", 1).status()).isEqualTo(200);
        JsonNode list = admin.get("/api/organizations/{o}/configurations").json();
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.get(0).get("updatedBy").get("type").asString()).isEqualTo("PERSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchSize\": 0}",
                "{\"batchSize\": 501}",
                "{\"fullSyncIntervalSeconds\": 59}",
                "{\"fullSyncIntervalSeconds\": 86401}",
                "{\"pushNotificationGlobalRuleSyncDeadlineSeconds\": 599}",
                "{\"allowedPathRegex\": \"(\"}",
                "{\"allowedPathRegex\": \"\\\\p{javaLowerCase}\"}",
                "{\"blockedPathRegex\": \"(?U)x\"}",
                "{\"removableMedia\": {\"action\": \"REMOUNT\"}}",
                "{\"removableMedia\": {\"action\": \"REMOUNT\", \"remountFlags\": [\"rdonly\", \"; rm\"]}}",
                "{\"removableMedia\": {\"action\": \"BLOCK\", \"remountFlags\": [\"rdonly\"]}}",
                "{\"eventDetailUrl\": \"javascript:alert(1)\"}",
                "{\"eventDetailText\": \"0123456789012345678901234567890123456789012345678\"}"
            })
    void valuesOutsideTheirBoundsAreRefused(String settings) {
        Api.Answer answer = put("organization", settings, 0);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").get(0).get("field").asString()).startsWith("settings.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"clientMode\": \"NONSENSE\"}", "{\"surprise\": 1}", "{\"removableMedia\": {}}", "[]"})
    void whatIsNoSettingIsRefused(String settings) {
        assertThat(put("organization", settings, 0).status()).isBetween(400, 422);
    }

    @Test
    void expressionsThatMeanSomethingElseOnAMacAreWarnedOf() {
        JsonNode warnings = put(
                        "organization",
                        "{\"allowedPathRegex\": \"^/Users/[[:alpha:]]+/x\", \"blockedPathRegex\": \".*\"}",
                        0)
                .json()
                .get("warnings");
        assertThat(warnings.get(0).asString()).startsWith("allowedPathRegex could not be checked fully");
        assertThat(warnings.get(1).asString()).isEqualTo("blockedPathRegex matches every path");
    }

    @Test
    void theDefaultsAreCompleteAndLeadToTheOrganizationsPage() {
        JsonNode defaults =
                admin.get("/api/organizations/{o}/configurations/defaults").json();
        List<String> missing = new ArrayList<>();
        defaults.propertyStream().filter(each -> each.getValue().isNull()).forEach(each -> missing.add(each.getKey()));
        assertThat(missing).isEmpty();
        assertThat(defaults.get("eventDetailUrl").asString()).contains("/o/o-" + acme.id() + "/block?");
    }

    @Test
    void anotherOrganizationsScopesAreNotThere() {
        TestOrganization other = organizations.enterprise();
        TagRef theirs = santa.tag(other, "Theirs", 0);
        DeviceRef device = santa.device(other, "theirs");
        assertThat(put("tags/" + theirs.id(), "{}", 0).status()).isEqualTo(404);
        assertThat(put("devices/" + device.id(), "{}", 0).status()).isEqualTo(404);
        assertThat(put("devices/" + UUID.randomUUID(), "{}", 0).status()).isEqualTo(404);
        assertThat(admin.delete("/api/organizations/{o}/configurations/tags/" + theirs.id())
                        .status())
                .isEqualTo(404);
        assertThat(admin.get("/api/organizations/{o}/devices/" + device.id() + "/configuration")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        Api auditor = acme.as(Role.AUDITOR);
        assertThat(auditor.get("/api/organizations/{o}/configurations").status())
                .isEqualTo(200);
        assertThat(auditor.put("/api/organizations/{o}/configurations/organization", Map.of("version", 0))
                        .status())
                .isEqualTo(403);
        assertThat(acme.as(Role.TEAM_LEAD)
                        .get("/api/organizations/{o}/configurations")
                        .status())
                .isEqualTo(403);
    }

    private Api.Answer put(String scope, String settings, int version) {
        return admin.put(
                "/api/organizations/{o}/configurations/" + scope,
                "{\"version\": " + version + ", \"settings\": " + settings + "}");
    }

    private Effective effective(DeviceRef device, TagRef... tags) {
        return effective.effective(
                acme.id(), device.id(), List.of(tags).stream().map(TagRef::id).toList());
    }
}
