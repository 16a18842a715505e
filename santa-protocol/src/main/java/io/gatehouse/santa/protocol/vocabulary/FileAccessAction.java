package io.gatehouse.santa.protocol.vocabulary;

import java.util.List;

/**
 * Overrides what the file access policy of a Mac does (santa.sync.v1 FileAccessAction). The mixed-case spelling is written: clients before 2025
 * know no other, later ones read both.
 */
public enum FileAccessAction implements ProtocolEnum {
    /** Act as the policy is written. */
    NONE(1, "None"),
    /** Report what would be denied, but allow it. */
    AUDIT_ONLY(2, "AuditOnly"),
    /** Do nothing. */
    DISABLE(3, "Disable");

    private final int number;
    private final String wireName;

    FileAccessAction(int number, String wireName) {
        this.number = number;
        this.wireName = wireName;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    @Override
    public List<String> aliases() {
        return List.of(name());
    }
}
