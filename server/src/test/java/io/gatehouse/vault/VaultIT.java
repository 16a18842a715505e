package io.gatehouse.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.kernel.DataFolder;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestDatabase;
import io.gatehouse.testing.TestOrganizations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What one organization sealed only it can open, for the same purpose, unchanged. */
@ServerTest
final class VaultIT {

    private static final byte[] SECRET = "a planted secret".getBytes(StandardCharsets.UTF_8);

    private final Sealer sealer;
    private final Transactions transactions;
    private final TestOrganizations organizations;

    @Autowired
    VaultIT(Sealer sealer, Transactions transactions, TestOrganizations organizations) {
        this.sealer = sealer;
        this.transactions = transactions;
        this.organizations = organizations;
    }

    @Test
    void opensWhatItSealedAndSealsDifferentlyEachTime() {
        OrganizationId acme = organizations.enterprise().id();
        byte[] sealed = sealer.seal(acme, "test", SECRET);
        assertThat(sealer.open(acme, "test", sealed)).isEqualTo(SECRET);
        assertThat(sealed).isNotEqualTo(sealer.seal(acme, "test", SECRET));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("planted");
    }

    @Test
    void opensNothingForAnotherOrganizationOrPurposeNorAnythingChanged() {
        OrganizationId acme = organizations.enterprise().id();
        OrganizationId other = organizations.enterprise().id();
        sealer.seal(other, "test", SECRET);
        byte[] sealed = sealer.seal(acme, "test", SECRET);
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open(other, "test", sealed));
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open(acme, "else", sealed));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatIllegalArgumentException().isThrownBy(() -> sealer.open(acme, "test", changed));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open(acme, "test", new byte[5]));
    }

    @Test
    void aKeyMadeInATransactionThatFailedIsNotUsedAfterwards() {
        var acme = organizations.enterprise();
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.write(acme.scope(), () -> {
                    sealer.seal(acme.id(), "test", SECRET);
                    throw new IllegalStateException("the change fails");
                }));
        byte[] sealed = sealer.seal(acme.id(), "test", SECRET);
        assertThat(sealer.open(acme.id(), "test", sealed)).isEqualTo(SECRET);
        MasterKey master = new MasterKey(new VaultSettings(""), new DataFolder(TestDatabase.dataFolder()));
        assertThat(master.name()).hasSize(16);
    }

    @Test
    void theMasterKeyIsReadableByItsOwnerOnly(@TempDir Path folder) throws Exception {
        MasterKey first = new MasterKey(new VaultSettings(""), new DataFolder(folder));
        Path file = folder.resolve("master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new MasterKey(new VaultSettings(""), new DataFolder(folder)).name())
                .isEqualTo(first.name());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatIllegalStateException()
                .isThrownBy(() -> new MasterKey(new VaultSettings(""), new DataFolder(folder)))
                .withMessageContaining("chmod 600");
        assertThatIllegalStateException()
                .isThrownBy(() -> new MasterKey(new VaultSettings("c2hvcnQ="), new DataFolder(folder)))
                .withMessageContaining("gatehouse.vault.master-key");
    }
}
