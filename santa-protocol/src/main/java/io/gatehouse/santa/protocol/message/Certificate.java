package io.gatehouse.santa.protocol.message;

/**
 * One certificate of a signing chain (santa.sync.v1 Certificate).
 *
 * @param sha256 of the whole certificate, hexadecimal
 * @param cn common name
 * @param org organization
 * @param ou organizational unit; the team for Apple developers
 * @param validFrom seconds since 1970
 * @param validUntil seconds since 1970
 */
public record Certificate(
        @WireField(1) String sha256,
        @WireField(2) String cn,
        @WireField(3) String org,
        @WireField(4) String ou,
        @WireField(5) long validFrom,
        @WireField(6) long validUntil)
        implements Message {}
