package io.gatehouse.santa.protocol.vocabulary;

import java.util.List;

/** A constant of a santa.sync.v1 enumeration. Number 0 means "not set" everywhere in the protocol and is therefore no constant. */
public interface ProtocolEnum {

    /** The number on the wire, from 1. */
    int number();

    /** The constant's Java name; every enumeration provides it. */
    String name();

    /** The name written to clients: one that every supported client reads. */
    default String wireName() {
        return name();
    }

    /** Further spellings that are read; letter case never matters when reading. */
    default List<String> aliases() {
        return List.of();
    }
}
