package io.gatehouse.santa.protocol.vocabulary;

import java.util.List;

/** How a binary is signed (santa.sync.v1 SigningStatus, clients from 2025.1). */
public enum SigningStatus implements ProtocolEnum {
    UNSIGNED(1),
    INVALID(2),
    ADHOC(3),
    DEVELOPMENT(4),
    PRODUCTION(5);

    private final int number;

    SigningStatus(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String wireName() {
        return "SIGNING_STATUS_" + name();
    }

    @Override
    public List<String> aliases() {
        return List.of(name());
    }
}
