package io.gatehouse.santa.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.protocol.vocabulary.Decision;
import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.FileAccessAction;
import io.gatehouse.santa.protocol.vocabulary.FileAccessDecision;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.ProtocolEnum;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.protocol.vocabulary.SigningStatus;
import io.gatehouse.santa.protocol.vocabulary.SyncType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, names and aliases as the protocol's tables give them. */
final class EnumerationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MONITOR    | 1
                    LOCKDOWN   | 2
                    STANDALONE | 3
                    standalone | 3
                    """)
    void clientModes(String name, int number) {
        check(ClientMode.class, name, number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NORMAL    | 1
                    normal    | 1
                    CLEAN     | 2
                    clean     | 2
                    CLEAN_ALL | 3
                    clean_all | 3
                    CLEAN_STANDALONE        | 4
                    CLEAN_RULES             | 5
                    CLEAN_FILE_ACCESS_RULES | 6
                    """)
    void syncTypes(String name, int number) {
        check(SyncType.class, name, number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NONE       | 1
                    None       | 1
                    AUDIT_ONLY | 2
                    AuditOnly  | 2
                    DISABLE    | 3
                    Disable    | 3
                    """)
    void fileAccessActions(String name, int number) {
        check(FileAccessAction.class, name, number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FILE_ACCESS_DECISION_DENIED                   | 1
                    FILE_ACCESS_DECISION_DENIED_INVALID_SIGNATURE | 2
                    FILE_ACCESS_DECISION_AUDIT_ONLY               | 3
                    """)
    void fileAccessDecisions(String name, int number) {
        check(FileAccessDecision.class, name, number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SIGNING_STATUS_UNSIGNED    | 1
                    SIGNING_STATUS_INVALID     | 2
                    SIGNING_STATUS_ADHOC       | 3
                    SIGNING_STATUS_DEVELOPMENT | 4
                    SIGNING_STATUS_PRODUCTION  | 5
                    """)
    void signingStatuses(String name, int number) {
        check(SigningStatus.class, name, number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ALLOWLIST            | 1
                    WHITELIST            | 1
                    ALLOWLIST_COMPILER   | 2
                    WHITELIST_COMPILER   | 2
                    BLOCKLIST            | 3
                    BLACKLIST            | 3
                    SILENT_BLOCKLIST     | 4
                    SILENT_BLACKLIST     | 4
                    REMOVE               | 5
                    CEL                  | 6
                    SILENT_GUI_BLOCKLIST | 8
                    SILENT_TTY_BLOCKLIST | 9
                    """)
    void policies(String name, int number) {
        check(Policy.class, name, number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BINARY      | 1
                    CERTIFICATE | 2
                    TEAMID      | 3
                    SIGNINGID   | 4
                    CDHASH      | 5
                    """)
    void ruleTypes(String name, int number) {
        check(RuleType.class, name, number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ALLOW_UNKNOWN     | 1
                    ALLOW_BINARY      | 2
                    ALLOW_CERTIFICATE | 3
                    ALLOW_SCOPE       | 4
                    ALLOW_TEAMID      | 5
                    ALLOW_SIGNINGID   | 6
                    ALLOW_CDHASH      | 7
                    BLOCK_UNKNOWN     | 8
                    BLOCK_BINARY      | 9
                    BLOCK_CERTIFICATE | 10
                    BLOCK_SCOPE       | 11
                    BLOCK_TEAMID      | 12
                    BLOCK_SIGNINGID   | 13
                    BLOCK_CDHASH      | 14
                    BUNDLE_BINARY     | 15
                    BLOCK_BINARY_MISMATCH | 18
                    ALLOW_PLATFORM    | 19
                    """)
    void decisions(String name, int number) {
        check(Decision.class, name, number);
        Decision decision =
                new EnumNames<>(Decision.class).ofText(name).constant().orElseThrow();
        assertThat(decision.blocks()).isEqualTo(name.startsWith("BLOCK"));
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        EnumNames<Decision> names = new EnumNames<>(Decision.class);
        assertThat(names.ofText("ALLOW_FUTURE")).isEqualTo(new EnumValue<Decision>(null, "ALLOW_FUTURE"));
        assertThat(names.ofText("-7").text()).isEqualTo("-7");
        assertThat(names.ofNumber(17).text()).isEqualTo("17");
        assertThat(names.ofText("0").isAbsent()).isTrue();
        assertThat(names.ofText("x".repeat(1000)).raw()).hasSize(EnumValue.MAXIMUM_RAW_LENGTH);
    }

    private static <E extends Enum<E> & ProtocolEnum> void check(Class<E> type, String name, int number) {
        EnumNames<E> names = new EnumNames<>(type);
        E constant = names.ofText(name).constant().orElseThrow();
        assertThat(constant.number()).isEqualTo(number);
        assertThat(names.ofNumber(number).known()).isEqualTo(constant);
        assertThat(names.ofText(Integer.toString(number)).known()).isEqualTo(constant);
    }
}
