package io.gatehouse.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.Verifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever comes back after the keys changed, with what they kept, sees that the log goes on. */
@ServerTest
final class RotatedExportIT {

    private static final String EXPORT = "/api/organizations/{o}/ledger/entries/export?since=";

    private final Transactions transactions;
    private final Ledger ledger;
    private final KeyAnnouncements announcements;
    private final TestOrganizations organizations;

    @TempDir
    private Path folder;

    @Autowired
    RotatedExportIT(
            Transactions transactions, Ledger ledger, KeyAnnouncements announcements, TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.announcements = announcements;
        this.organizations = organizations;
    }

    @Test
    void byTheKeptCheckpointAndByTheOldKey() {
        TestOrganization acme = organizations.enterprise();
        Api admin = acme.as(Role.SECURITY_ADMIN);
        append(acme);
        TestLog log = new TestLog(acme).sequenced();
        Verifier verifier = new Verifier(folder);
        Path kept = folder.resolve("kept");
        Path keys = verifier.file("keys", String.join("\n", log.keys()).getBytes(StandardCharsets.UTF_8));
        Verifier.Verdict first = verifier.verify(
                admin.download(EXPORT + "0&format=jsonl"), "--key", keys.toString(), "--keep", kept.toString());
        assertThat(first.code()).as(first.text()).isEqualTo(Verifier.PROVEN);
        long size = first.json().at("/size").asLong();

        organizations.signedIn(organizations.person(true)).post("/api/installation/ledger/keys/rotate");
        announcements.announce();
        log.sequenced();
        append(acme);
        log.sequenced();

        for (String form : List.of("jsonl", "csv", "jsonl&action=rule.create")) {
            byte[] later = admin.download(EXPORT + size + "&format=" + form);
            Verifier.Verdict byKept = verifier.verify(later, "--kept", kept.toString());
            assertThat(byKept.code()).as(byKept.text()).isEqualTo(Verifier.PROVEN);
            assertThat(byKept.json().at("/continues").asLong()).isEqualTo(size);
            Verifier.Verdict byOldKey = verifier.verify(later, "--key", keys.toString());
            assertThat(byOldKey.code()).as(byOldKey.text()).isEqualTo(Verifier.PROVEN);
        }
    }

    private void append(TestOrganization organization) {
        OrganizationScope scope = organization.scope();
        transactions.write(scope, () -> ledger.append(scope, NewEntry.of("rule.create", "rule", "r", "r")));
    }
}
