package io.gatehouse.santa.protocol.vocabulary;

import java.util.List;

/**
 * How a sync treats the rules that the Mac already holds (santa.sync.v1 SyncType). The lower-case spelling is written for the first three: clients
 * before 2024.6 know no other, later ones read both.
 */
public enum SyncType implements ProtocolEnum {
    /** Apply on top of what is there. */
    NORMAL(1, "normal"),
    /** Delete all but transitive rules first; unsent events are lost. */
    CLEAN(2, "clean"),
    /** Delete every rule first; unsent events are lost. */
    CLEAN_ALL(3, "clean_all"),
    /** Defined, but handled as NORMAL by clients of this protocol version. */
    CLEAN_STANDALONE(4, "CLEAN_STANDALONE"),
    /** Defined, but handled as NORMAL by clients of this protocol version. */
    CLEAN_RULES(5, "CLEAN_RULES"),
    /** Defined, but handled as NORMAL by clients of this protocol version. */
    CLEAN_FILE_ACCESS_RULES(6, "CLEAN_FILE_ACCESS_RULES");

    private final int number;
    private final String wireName;

    SyncType(int number, String wireName) {
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
