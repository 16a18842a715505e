package io.gatehouse.santa.protocol.vocabulary;

import java.util.List;

/** What the file access policy decided (santa.sync.v1 FileAccessDecision, clients from 2025.9). */
public enum FileAccessDecision implements ProtocolEnum {
    DENIED(1),
    DENIED_INVALID_SIGNATURE(2),
    AUDIT_ONLY(3);

    private final int number;

    FileAccessDecision(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String wireName() {
        return "FILE_ACCESS_DECISION_" + name();
    }

    @Override
    public List<String> aliases() {
        return List.of(name());
    }
}
