package io.gatehouse.ledger.timestamps;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OutgoingHttp;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the installation's authority for time stamps. */
@Component
final class StampClient {

    private static final int NONCE_BITS = 64;

    private final TimestampSettings settings;
    private final OutgoingHttp http;
    private final Clock clock;
    private final @Nullable TokenCheck check;
    private final SecureRandom random = new SecureRandom();

    StampClient(TimestampSettings settings, OutgoingHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        this.check = settings.anchors() == null || !settings.isOffered()
                ? null
                : new TokenCheck(Anchors.read(settings.anchors()), settings.tolerance());
    }

    /** Whether the installation has one. */
    boolean isOffered() {
        return settings.isOffered();
    }

    /**
     * A time stamp for these bytes.
     *
     * @param hash SHA-256
     */
    Stamp stamp(OrganizationId organization, byte[] hash) throws StampException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest query = generator.generate(TSPAlgorithms.SHA256, hash, new BigInteger(NONCE_BITS, random));
        Instant asked = clock.instant();
        byte[] answer = ask(organization, query);
        return Objects.requireNonNull(check).check(query, answer, asked, clock.instant());
    }

    private byte[] ask(OrganizationId organization, TimeStampRequest query) throws StampException {
        try {
            OutgoingHttp.Answer answer = http.sendBytes(
                    organization,
                    settings.uri(),
                    settings.headers(),
                    "application/timestamp-query",
                    query.getEncoded());
            if (answer.status() != 200) {
                throw new StampException("The authority answers with status " + answer.status());
            }
            if (!answer.contentType().startsWith("application/timestamp-reply")) {
                throw new StampException("The authority answers with " + printable(answer.contentType())
                        + " where application/timestamp-reply is due");
            }
            return answer.content();
        } catch (IOException e) {
            throw new StampException("The authority cannot be reached: " + e.getMessage(), e);
        }
    }

    private static String printable(String type) {
        String ascii = new String(type.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
        return ascii.isEmpty() ? "no content type" : ascii.substring(0, Math.min(ascii.length(), 100));
    }
}
