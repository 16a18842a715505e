package io.gatehouse.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Transactions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Seals with the organization's data key. What it seals begins with a format byte and the key's version. */
@Service
final class Vault implements Sealer {

    private static final byte FORMAT = 1;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;
    private static final int CURRENT_VERSION = 1;
    private static final Duration KEPT_OPEN = Duration.ofMinutes(10);
    private static final int MOST_KEPT_OPEN = 10_000;

    /** Whose key; null is the installation. */
    private record KeyName(@Nullable OrganizationId organization, int version) {

        String context() {
            return "data key " + version + " of " + owner();
        }

        String owner() {
            return organization == null ? "the installation" : organization.toString();
        }
    }

    private final Transactions transactions;
    private final DataKeyStore store;
    private final MasterKey master;
    private final Cache<KeyName, AesGcm> open = Caffeine.newBuilder()
            .expireAfterWrite(KEPT_OPEN)
            .maximumSize(MOST_KEPT_OPEN)
            .build();

    Vault(Transactions transactions, DataKeyStore store, MasterKey master) {
        this.transactions = transactions;
        this.store = store;
        this.master = master;
    }

    @Override
    public byte[] seal(OrganizationId organization, String purpose, byte[] plaintext) {
        return seal(new KeyName(organization, CURRENT_VERSION), purpose, plaintext);
    }

    @Override
    public byte[] open(OrganizationId organization, String purpose, byte[] sealed) {
        return open(new KeyName(organization, version(sealed)), purpose, sealed);
    }

    @Override
    public byte[] seal(String purpose, byte[] plaintext) {
        return seal(new KeyName(null, CURRENT_VERSION), purpose, plaintext);
    }

    @Override
    public byte[] open(String purpose, byte[] sealed) {
        return open(new KeyName(null, version(sealed)), purpose, sealed);
    }

    private byte[] seal(KeyName name, String purpose, byte[] plaintext) {
        byte[] sealed = key(name, true).seal(context(name, purpose), plaintext);
        return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                .put(FORMAT)
                .putInt(name.version())
                .put(sealed)
                .array();
    }

    private byte[] open(KeyName name, String purpose, byte[] sealed) {
        return key(name, false).open(context(name, purpose), sealed, HEADER_BYTES);
    }

    private static int version(byte[] sealed) {
        if (sealed.length < HEADER_BYTES || sealed[0] != FORMAT) {
            throw new IllegalArgumentException("Not sealed here");
        }
        return ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
    }

    private AesGcm key(KeyName name, boolean create) {
        AesGcm known = open.getIfPresent(name);
        if (known != null) {
            return known;
        }
        return name.organization() == null
                ? transactions.installation(() -> load(name, create))
                : transactions.write(OrganizationScope.system(name.organization()), () -> load(name, create));
    }

    private AesGcm load(KeyName name, boolean create) {
        Optional<DataKeyStore.Row> row = store.find(name.organization(), name.version());
        if (row.isEmpty() && create) {
            byte[] wrapped = master.cipher().seal(name.context(), AesGcm.newKey());
            store.insert(name.organization(), name.version(), wrapped, master.name());
            row = store.find(name.organization(), name.version());
        }
        AesGcm key = unwrap(
                name, row.orElseThrow(() -> new IllegalArgumentException("No " + name.context() + " to open it with")));
        rememberOnceCommitted(name, key);
        return key;
    }

    private AesGcm unwrap(KeyName name, DataKeyStore.Row row) {
        if (!row.masterKey().equals(master.name())) {
            throw new IllegalStateException("The " + name.context() + " is wrapped by master key " + row.masterKey()
                    + ", but this server has " + master.name());
        }
        return new AesGcm(master.cipher().open(name.context(), row.wrapped(), 0));
    }

    /** A key that was made in a transaction which then failed does not exist. */
    private void rememberOnceCommitted(KeyName name, AesGcm key) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                open.put(name, key);
            }
        });
    }

    private static String context(KeyName name, String purpose) {
        return name.owner() + " " + purpose;
    }
}
