package io.gatehouse.identity.factor;

import io.gatehouse.kernel.PersonId;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The passkeys as Spring Security asks for them, within the transaction of {@link Passkeys}. */
@Component
final class PasskeyRecords implements UserCredentialRepository {

    private final PasskeyStore store;
    private final Clock clock;

    PasskeyRecords(PasskeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** How a device knows a person: by their id, which tells nothing of them. */
    static Bytes handle(PersonId person) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array());
    }

    static PersonId person(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return store.record(credential).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return store.records(person(handle));
    }

    /** A new one, or one that has just signed: a copy of a device gives itself away by its count. */
    @Override
    public void save(CredentialRecord record) {
        if (store.record(record.getCredentialId()).isEmpty()) {
            store.insert(person(record.getUserEntityUserId()), record, clock.instant());
        } else if (!store.used(record.getCredentialId(), record.getSignatureCount(), clock.instant())) {
            throw new IllegalArgumentException("The count of signatures went back");
        }
    }

    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("People remove their passkeys by name");
    }
}
