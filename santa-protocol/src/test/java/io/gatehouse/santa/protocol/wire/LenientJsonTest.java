package io.gatehouse.santa.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.protocol.message.Event;
import io.gatehouse.santa.protocol.message.EventUploadRequest;
import io.gatehouse.santa.protocol.message.Message;
import io.gatehouse.santa.protocol.message.PostflightRequest;
import io.gatehouse.santa.protocol.message.PreflightRequest;
import io.gatehouse.santa.protocol.message.PreflightResponse;
import io.gatehouse.santa.protocol.message.RuleDownloadResponse;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.protocol.vocabulary.Decision;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.protocol.vocabulary.SigningStatus;
import io.gatehouse.santa.protocol.vocabulary.SyncType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LenientJsonTest {

    private final SantaCodec codec = new SantaCodec(WireLimits.DEFAULT);

    @Test
    void readsWhatClientsBefore2024Wrote() throws WireException {
        PreflightRequest request = read(PreflightRequest.class, """
                {"serial_num": "C02", "hostname": "", "os_version": "12.6", "os_build": "21G115", "santa_version": "2022.9",
                 "primary_user": null, "fcm_token": "old-token", "client_mode": "LOCKDOWN", "request_clean_sync": 1,
                 "binary_rule_count": 0, "certificate_rule_count": 7.0, "compiler_rule_count": "3", "transitive_rule_count": 0,
                 "teamid_rule_count": 2}
                """);
        assertThat(request.serialNumber()).isEqualTo("C02");
        assertThat(request.primaryUser()).isEmpty();
        assertThat(request.pushNotificationToken()).isEqualTo("old-token");
        assertThat(request.clientMode().known()).isEqualTo(ClientMode.LOCKDOWN);
        assertThat(request.requestCleanSync()).isTrue();
        assertThat(request.certificateRuleCount()).isEqualTo(7);
        assertThat(request.compilerRuleCount()).isEqualTo(3);
        assertThat(request.teamidRuleCount()).isEqualTo(2);
    }

    @Test
    void readsSnakeCamelAndProtocolNames() throws WireException {
        String snake =
                "{\"serial_number\":\"a\",\"sip_status\":1,\"rules_hash\":\"h\",\"primary_user_groups\":[\"g\"]}";
        String camel = "{\"serialNumber\":\"a\",\"sipStatus\":1,\"rulesHash\":\"h\",\"primaryUserGroups\":[\"g\"]}";
        String mixed = "{\"serialNum\":\"a\",\"sipStatus\":\"1\",\"rules_hash\":\"h\",\"primary_user_groups\":\"g\"}";
        PreflightRequest expected = read(PreflightRequest.class, snake);
        assertThat(expected.serialNumber()).isEqualTo("a");
        assertThat(expected.sipStatus()).isEqualTo(1);
        assertThat(read(PreflightRequest.class, camel)).isEqualTo(expected);
        assertThat(read(PreflightRequest.class, mixed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"CLEAN_ALL\"", "\"clean_all\"", "\"Clean_All\"", "3", "\"3\""})
    void readsEnumerationsInEverySpelling(String value) throws WireException {
        assertThat(read(PostflightRequest.class, "{\"sync_type\":" + value + "}")
                        .syncType()
                        .known())
                .isEqualTo(SyncType.CLEAN_ALL);
    }

    @Test
    void keepsUnknownEnumerationValuesAsText() throws WireException {
        Event event = event("{\"decision\":\"ALLOW_MARTIAN\",\"signing_status\":\"SIGNING_STATUS_ADHOC\"}");
        assertThat(event.decision().known()).isNull();
        assertThat(event.decision().text()).isEqualTo("ALLOW_MARTIAN");
        assertThat(event.signingStatus().known()).isEqualTo(SigningStatus.ADHOC);
    }

    @Test
    void readsDeprecatedNamesOnlyWhereTheFieldItselfIsAbsent() throws WireException {
        assertThat(read(PreflightResponse.class, "{\"whitelist_regex\":\"old\"}")
                        .allowedPathRegex())
                .isEqualTo("old");
        assertThat(read(PreflightResponse.class, "{\"allowed_path_regex\":\"new\",\"whitelist_regex\":\"old\"}")
                        .allowedPathRegex())
                .isEqualTo("new");
        assertThat(read(PreflightResponse.class, "{\"whitelist_regex\":\"old\",\"allowedPathRegex\":\"new\"}")
                        .allowedPathRegex())
                .isEqualTo("new");
        assertThat(read(PreflightResponse.class, "{\"blacklist_regex\":\"b\"}").blockedPathRegex())
                .isEqualTo("b");
        assertThat(read(PreflightResponse.class, "{\"enabled_transitive_whitelisting\":true}")
                        .enableTransitiveRules())
                .isTrue();
        assertThat(read(PreflightResponse.class, "{\"fcm_full_sync_interval\":9}")
                        .pushNotificationFullSyncIntervalSeconds())
                .isEqualTo(9);
    }

    @Test
    void dropsRulesThatItCannotReadAndKeepsTheOthers() throws WireException {
        RuleDownloadResponse response = read(RuleDownloadResponse.class, """
                {"rules": [{"sha256": "ab", "policy": "WHITELIST", "rule_type": "BINARY"},
                           {"identifier": "cd", "policy": "TELEPORT", "rule_type": "BINARY"},
                           {"identifier": "ef", "policy": 3, "rule_type": "5"}]}
                """);
        assertThat(response.rules()).hasSize(2);
        assertThat(response.rules().getFirst().identifier()).isEqualTo("ab");
        assertThat(response.rules().getFirst().policy()).isEqualTo(Policy.ALLOWLIST);
        assertThat(response.rules().getLast().ruleType()).isEqualTo(RuleType.CDHASH);
    }

    @Test
    void aBrokenEventDoesNotCostTheBatch() throws WireException {
        EventUploadRequest request = read(EventUploadRequest.class, """
                {"events": [{"file_sha256": {"no": ["text"]}, "decision": ["x"], "pid": "many", "execution_time": "NaN",
                             "signing_chain": "none", "entitlement_info": 7, "logged_in_users": {"a": 1}, "file_name": 12,
                             "cs_flags": -1, "quarantine_timestamp": 4294967296, "static_rule": "perhaps", "ppid": 1e30},
                            null, 7, [[]], {"file_sha256": "ab", "decision": "BLOCK_UNKNOWN"}]}
                """);
        assertThat(request.events()).hasSize(2);
        Event broken = request.events().getFirst();
        assertThat(broken.fileName()).isEqualTo("12");
        assertThat(broken.fileSha256()).isEmpty();
        assertThat(broken.decision().isAbsent()).isTrue();
        assertThat(broken.pid()).isZero();
        assertThat(broken.ppid()).isZero();
        assertThat(broken.csFlags()).isZero();
        assertThat(broken.executedAt()).isEmpty();
        assertThat(broken.signingChain()).isEmpty();
        assertThat(broken.entitlementInfo()).isNull();
        assertThat(request.events().getLast().decision().known()).isEqualTo(Decision.BLOCK_UNKNOWN);
    }

    @Test
    void readsMoments() throws WireException {
        assertThat(event("{\"execution_time\":1785312000.25}").executedAt())
                .hasValue(Instant.parse("2026-07-29T08:00:00.250Z"));
        assertThat(event("{\"execution_time\":1e300}").executedAt()).isEmpty();
        assertThat(event("{\"execution_time\":-5}").executedAt()).isEmpty();
    }

    @Test
    void makesTextsStorable() throws WireException {
        assertThat(event("{\"file_path\":\"a\\u0000b\",\"file_name\":\"x\\ud800y\\ud83d\\ude00\"}")
                        .filePath())
                .isEqualTo("a\uFFFDb");
        assertThat(event("{\"file_name\":\"x\\ud800y\\ud83d\\ude00\"}").fileName())
                .isEqualTo("x\uFFFDy😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \r\n", "{}"})
    void takesAnEmptyBodyForTheEmptyMessage(String body) throws WireException {
        assertThat(read(PreflightRequest.class, body).santaVersion()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {")]}'\n", "])}"})
    void stripsTheGuardAgainstInclusion(String prefix) throws WireException {
        assertThat(read(PreflightRequest.class, prefix + "{\"hostname\":\"h\"}").hostname())
                .isEqualTo("h");
    }

    private Event event(String json) throws WireException {
        return read(EventUploadRequest.class, "{\"events\":[" + json + "]}")
                .events()
                .getFirst();
    }

    private <T extends Message> T read(Class<T> type, String json) throws WireException {
        return codec.read(type, WireFormat.JSON, json.getBytes(StandardCharsets.UTF_8));
    }
}
