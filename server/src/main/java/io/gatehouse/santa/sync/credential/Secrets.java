package io.gatehouse.santa.sync.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.OrganizationId;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whose secret it is. What is found is believed for a few seconds: so long a revoked secret may still work. */
@Component
public class Secrets {

    private static final Duration BELIEVED = Duration.ofSeconds(3);
    private static final int REMEMBERED = 20_000;

    private record Hash(OrganizationId organization, ByteBuffer bytes) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<Hash, Optional<UUID>> enrolments = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(BELIEVED)
            .build();

    Secrets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The enrolment of a secret.
     *
     * @throws Refused when there is none in force
     */
    public UUID enrolment(EnrolmentSecret secret) {
        return enrolments
                .get(new Hash(secret.organization(), ByteBuffer.wrap(secret.hash())), this::find)
                .orElseThrow(() -> new Refused(Refused.Reason.SECRET));
    }

    private Optional<UUID> find(Hash hash) {
        return jdbc.sql("select enrolment_id from santa.sync_enrolment(?, ?, ?)")
                .param(hash.organization().value())
                .param(hash.bytes().array())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }
}
