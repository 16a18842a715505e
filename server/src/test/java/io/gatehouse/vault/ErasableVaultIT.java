package io.gatehouse.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.kernel.ErasableSealer;
import io.gatehouse.kernel.ErasableSealer.Plain;
import io.gatehouse.kernel.ErasableSealer.Sealed;
import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was sealed under two keys is gone with either, and opens nowhere else. */
@ServerTest
final class ErasableVaultIT {

    private static final byte[] SECRET = "a planted secret".getBytes(StandardCharsets.UTF_8);

    private final Transactions transactions;
    private final ErasableSealer sealer;
    private final Sealer plainly;
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final UUID subject = UUID.randomUUID();

    @Autowired
    ErasableVaultIT(Transactions transactions, ErasableSealer sealer, Sealer plainly, TestOrganizations organizations) {
        this.transactions = transactions;
        this.sealer = sealer;
        this.plainly = plainly;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
    }

    @Test
    void isGoneWithEitherKey() {
        byte[] sealed = seal("2020-01");
        assertThat(open(acme, "test", sealed)).hasValue(SECRET);
        destroy("period 2020-01");
        assertThat(open(acme, "test", sealed)).isEmpty();
        byte[] later = seal("2020-01");
        assertThat(open(acme, "test", later)).hasValue(SECRET);
        assertThat(open(acme, "test", sealed)).isEmpty();
        destroy("subject " + subject);
        assertThat(open(acme, "test", later)).isEmpty();
    }

    @Test
    void opensForNothingElseNorChanged() {
        byte[] sealed = seal("2020-01");
        assertThat(open(organizations.enterprise(), "test", sealed)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> open(acme, "else", sealed));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(isOpened(changed)).as("changed at %d", i).isFalse();
        }
    }

    @Test
    void opensWhatWasSealedByTheOrganizationsKey() {
        assertThat(open(acme, "test", plainly.seal(acme.id(), "test", SECRET))).hasValue(SECRET);
    }

    private boolean isOpened(byte[] sealed) {
        try {
            return open(acme, "test", sealed).isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private byte[] seal(String period) {
        return transactions.write(
                acme.scope(),
                () -> sealer.seal(acme.scope(), List.of(new Plain(subject, period, "test", SECRET)))
                        .getFirst());
    }

    private Optional<byte[]> open(TestOrganization organization, String purpose, byte[] sealed) {
        return transactions.read(
                organization.scope(),
                () -> sealer.open(organization.scope(), List.of(new Sealed(purpose, sealed)))
                        .getFirst());
    }

    private void destroy(String name) {
        assertThat(OwnerDatabase.update(acme.id(), "delete from vault.erasable_key where name = ?", name))
                .isEqualTo(1);
    }
}
