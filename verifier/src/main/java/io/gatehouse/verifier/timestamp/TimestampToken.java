package io.gatehouse.verifier.timestamp;

import io.gatehouse.verifier.encoding.MalformedException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;

/**
 * A token: a CMS signed message that says when a hash was seen.
 *
 * @param info the bytes that were signed for
 * @param hash the hash that was seen
 * @param certificates those that came along, encoded
 */
record TimestampToken(byte[] info, byte[] hash, Instant time, List<byte[]> certificates, SignerInfo signer) {

    static final String INFO = "1.2.840.113549.1.9.16.1.4";
    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
    private static final int TAGGED_0 = 0xa0;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyyMMddHHmmss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral('Z')
            .toFormatter();

    static TimestampToken parse(byte[] token) throws MalformedException {
        List<Der> content = Der.read(token).sequence();
        if (content.size() != 2 || !content.getFirst().identifier().equals(SIGNED_DATA)) {
            throw Der.broken();
        }
        List<Der> data = only(content.get(1).expect(TAGGED_0).items()).sequence();
        if (data.size() < 4) {
            throw Der.broken();
        }
        byte[] info = info(data.get(2).sequence());
        List<byte[]> certificates = new ArrayList<>();
        if (data.get(3).tag() == TAGGED_0) {
            for (Der certificate : data.get(3).items()) {
                certificates.add(certificate.encoded());
            }
        }
        SignerInfo signer = SignerInfo.read(only(data.getLast().expect(Der.SET).items()));
        return read(info, certificates, signer);
    }

    private static byte[] info(List<Der> content) throws MalformedException {
        if (content.size() != 2 || !content.getFirst().identifier().equals(INFO)) {
            throw Der.broken();
        }
        return only(content.get(1).expect(TAGGED_0).items())
                .expect(Der.OCTET_STRING)
                .content();
    }

    private static TimestampToken read(byte[] info, List<byte[]> certificates, SignerInfo signer)
            throws MalformedException {
        List<Der> fields = Der.read(info).sequence();
        if (fields.size() < 5) {
            throw Der.broken();
        }
        List<Der> imprint = fields.get(2).sequence();
        if (imprint.size() != 2
                || !imprint.getFirst().sequence().getFirst().identifier().equals(SHA_256)) {
            throw new MalformedException("a time stamp is over another hash than SHA-256");
        }
        byte[] hash = imprint.get(1).expect(Der.OCTET_STRING).content();
        Instant time =
                time(new String(fields.get(4).expect(Der.GENERALIZED_TIME).content(), StandardCharsets.US_ASCII));
        return new TimestampToken(info, hash, time, certificates, signer);
    }

    private static Instant time(String text) throws MalformedException {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Der.broken();
        }
    }

    private static Der only(List<Der> items) throws MalformedException {
        if (items.size() != 1) {
            throw Der.broken();
        }
        return items.getFirst();
    }
}
