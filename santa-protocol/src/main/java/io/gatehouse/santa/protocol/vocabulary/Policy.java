package io.gatehouse.santa.protocol.vocabulary;

import java.util.List;

/** What a rule does (santa.sync.v1 Policy; 7 is reserved). */
public enum Policy implements ProtocolEnum {
    /** Allow. */
    ALLOWLIST(1, "WHITELIST"),
    /** Allow, and trust what it writes when transitive rules are enabled. */
    ALLOWLIST_COMPILER(2, "WHITELIST_COMPILER"),
    /** Block. */
    BLOCKLIST(3, "BLACKLIST"),
    /** Block without telling the person. */
    SILENT_BLOCKLIST(4, "SILENT_BLACKLIST"),
    /** Delete the Mac's rule of this type and identifier. */
    REMOVE(5),
    /** Let an expression decide; clients from 2025.6. */
    CEL(6),
    /** Block without a dialog; clients from 2026.6. */
    SILENT_GUI_BLOCKLIST(8),
    /** Block without a line in the terminal; clients from 2026.6. */
    SILENT_TTY_BLOCKLIST(9);

    private final int number;
    private final List<String> aliases;

    Policy(int number, String... aliases) {
        this.number = number;
        this.aliases = List.of(aliases);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    /** Whether clients honour this policy for rules of the type: a compiler cannot be named by certificate or team. */
    public boolean appliesTo(RuleType type) {
        return this != ALLOWLIST_COMPILER || (type != RuleType.CERTIFICATE && type != RuleType.TEAMID);
    }
}
