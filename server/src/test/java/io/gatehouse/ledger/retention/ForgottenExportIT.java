package io.gatehouse.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.Verifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What was forgotten between two visits is accounted for: by whose order, and the log goes on all the same. */
@ServerTest
final class ForgottenExportIT {

    private static final String LEDGER = "/api/organizations/{o}/ledger";
    private static final String EXPORT = LEDGER + "/entries/export?since=";
    private static final Duration LONG_AGO = Duration.ofDays(-500);

    private final Transactions transactions;
    private final Ledger ledger;
    private final MonthDrops drops;
    private final TestClock clock;
    private final TestOrganizations organizations;
    private final PersonId ada = new PersonId(UUID.randomUUID());

    @TempDir
    private Path folder;

    @Autowired
    ForgottenExportIT(
            Transactions transactions,
            Ledger ledger,
            MonthDrops drops,
            TestClock clock,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.drops = drops;
        this.clock = clock;
        this.organizations = organizations;
    }

    @Test
    void erasedValuesAndDroppedMonthsAreAccountedFor() {
        TestOrganization acme = longAgo();
        Api admin = acme.as(Role.SECURITY_ADMIN);
        TestLog log = new TestLog(acme).sequenced();
        Verifier verifier = new Verifier(folder);
        Path keys = verifier.file("keys", String.join("\n", log.keys()).getBytes(StandardCharsets.UTF_8));
        Path kept = folder.resolve("kept");
        Verifier.Verdict first = verifier.verify(
                admin.download(EXPORT + "0&format=jsonl"), "--key", keys.toString(), "--keep", kept.toString());
        assertThat(first.code()).as(first.text()).isEqualTo(Verifier.PROVEN);
        long size = first.json().at("/size").asLong();

        admin.post(LEDGER + "/erasures", Map.of("subject", ada, "reason", "Asked for by letter"));
        assertThat(admin.put(LEDGER + "/retention/CONFIGURATION", Map.of("months", 12))
                        .status())
                .isEqualTo(200);
        drops.drop(acme.id());

        for (String form : List.of("jsonl", "csv", "jsonl&objectType=person", "csv&objectType=person")) {
            Verifier.Verdict later =
                    verifier.verify(admin.download(EXPORT + size + "&format=" + form), "--kept", kept.toString());
            assertThat(later.code()).as(form + later.text()).isEqualTo(Verifier.PROVEN);
            assertThat(later.json().at("/continues").asLong()).isEqualTo(size);
            assertThat(later.json().at("/erasures/0/subject").asString()).isEqualTo(ada.toString());
            assertThat(later.json().at("/erasures/0/reason").asString()).isEqualTo("Asked for by letter");
            assertThat(later.json().at("/erasures/0/values").asInt()).isEqualTo(2);
            if (!form.contains("person")) {
                assertThat(later.json().at("/drops/0/entries").asInt()).isEqualTo(2);
            }
        }
        Verifier.Verdict withheld = verifier.verify(
                admin.download(EXPORT + size + "&format=csv&values=withheld"), "--kept", kept.toString());
        assertThat(withheld.code()).as(withheld.text()).isEqualTo(Verifier.PROVEN);
    }

    private TestOrganization longAgo() {
        try (var _ = clock.ahead(LONG_AGO)) {
            TestOrganization acme = organizations.enterprise();
            OrganizationScope scope = acme.scope();
            transactions.write(
                    scope,
                    () -> ledger.append(
                            scope,
                            List.of(
                                    NewEntry.of("rule.create", "rule", "a", "Rule a"),
                                    NewEntry.of("rule.create", "rule", "b", "Rule b"),
                                    NewEntry.ofPerson("person.join", ada, "Ada Lovelace")
                                            .change(null, Map.of("email", new Personal("ada@example.test", ada))))));
            return acme;
        }
    }
}
