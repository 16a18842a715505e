package io.gatehouse.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import io.gatehouse.testkit.tlog.LogFault;
import io.gatehouse.testkit.tlog.LogReader;
import io.gatehouse.testkit.tlog.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** New signing keys, as they reach whoever checks a log with the keys from before. */
@ServerTest
final class KeyRotationIT {

    private static final String ROTATE = "/api/installation/ledger/keys/rotate";

    private final Transactions transactions;
    private final Ledger ledger;
    private final KeyAnnouncements announcements;
    private final LogKeys keys;
    private final JdbcClient jdbc;
    private final TestOrganizations organizations;

    @Autowired
    KeyRotationIT(
            Transactions transactions,
            Ledger ledger,
            KeyAnnouncements announcements,
            LogKeys keys,
            JdbcClient jdbc,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.announcements = announcements;
        this.keys = keys;
        this.jdbc = jdbc;
        this.organizations = organizations;
    }

    @Test
    void aKeySignsOnceAnEntryUnderTheKeyBeforeTellsOfIt() {
        TestOrganization acme = organizations.enterprise();
        append(acme);
        TestLog log = new TestLog(acme).sequenced();
        List<String> before = log.keys();
        LogReader old = log.reader();
        Tree kept = old.checkpoint();
        assertThat(operator().post(ROTATE).status()).isEqualTo(200);
        append(acme);
        assertThat(log.sequenced().reader().checkpoint().size()).isGreaterThan(kept.size());
        Tree untold = old.checkpoint();
        announcements.announce();
        log.sequenced();
        List<String> keys = log.keys();
        assertThat(keys).startsWith(before.toArray(String[]::new)).hasSize(before.size() + 2);
        List<String> made = keys.subList(before.size(), keys.size());
        assertThat(announced(acme)).isEqualTo(made);
        Tree told = old.goesOn(untold, log.text("/log/consistency?from=" + untold.size()));
        assertThat(told.size()).isGreaterThan(untold.size());
        append(acme);
        log.sequenced();
        assertThatExceptionOfType(LogFault.class)
                .isThrownBy(old::checkpoint)
                .withMessage("No signature is of a key that is trusted");
        assertThat(log.reader()
                        .goesOn(kept, log.text("/log/consistency?from=" + kept.size()))
                        .size())
                .isGreaterThan(told.size());
        assertThat(log.entries()).isNotEmpty();
    }

    @Test
    void eachOrganizationIsToldOnceAndOneMadeLaterBeginsWithTheNewKeys() {
        TestOrganization acme = organizations.enterprise();
        new TestLog(acme).sequenced();
        assertThat(operator().post(ROTATE).status()).isEqualTo(200);
        announcements.announce();
        announcements.announce();
        assertThat(new TestLog(acme)
                        .sequenced().entries().stream().filter(entry -> entry.contains("ledger.key-rotate")))
                .hasSize(1);
        TestLog later = new TestLog(organizations.enterprise()).sequenced();
        announcements.announce();
        assertThat(later.keys()).hasSize(2);
        assertThat(later.sequenced().entries()).noneMatch(entry -> entry.contains("ledger.key-rotate"));
    }

    @Test
    void aKeyThatSomebodyWroteIntoTheTableIsNeitherTrustedNorInTheWay() {
        TestOrganization acme = organizations.enterprise();
        append(acme);
        TestLog log = new TestLog(acme).sequenced();
        List<String> before = log.keys();
        int latest = keys.proven().latest();
        int copied = latest + 1;
        int own = latest + 2;
        transactions.installation(() -> {
            for (SignatureType type : SignatureType.values()) {
                insert(copied, type, "sealed", latest);
                insert(own, type, "'\\x00'::bytea", latest);
            }
            return true;
        });
        announcements.announce();
        append(acme);
        assertThat(log.sequenced().keys()).isEqualTo(before);
        assertThat(log.entries()).noneMatch(entry -> entry.contains("\"ledger.key-rotate\""));
        assertThat(keys.refused()).contains(copied, own);
        assertThat(operator().post(ROTATE).json().at("/version").asInt()).isEqualTo(own + 1);
        announcements.announce();
        assertThat(log.sequenced().keys()).hasSize(before.size() + 2);
    }

    @Test
    void needsAnOperatorWithAFreshFactor() {
        Api operator = operator();
        operator.freshFactor(null);
        assertThat(operator.post(ROTATE).header("X-Fresh-Factor")).isNotEmpty();
        assertThat(organizations
                        .enterprise()
                        .as(Role.SECURITY_ADMIN)
                        .post(ROTATE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void privateHalvesAreSealed() {
        TestOrganization acme = organizations.enterprise();
        new TestLog(acme).sequenced();
        List<byte[]> sealed = transactions.installation(() -> jdbc.sql("select sealed from ledger.signing_key")
                .query((row, _) -> row.getBytes("sealed"))
                .list());
        assertThat(sealed).isNotEmpty();
        for (byte[] one : sealed) {
            for (SignatureType type : SignatureType.values()) {
                assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> type.privateKey(one));
            }
        }
    }

    /** With a public key of the one who writes, and what is sealed of another version, or nothing that opens. */
    private void insert(int version, SignatureType type, String sealed, int of) {
        jdbc.sql("""
                        insert into ledger.signing_key (version, type, public_key, sealed, created_at)
                        select ?, type, ?, %s, now() from ledger.signing_key where version = ? and type = ?
                        """.formatted(sealed))
                .params(version, type.publicKey(type.newKey()), of, type.code())
                .update();
    }

    private Api operator() {
        return organizations.signedIn(organizations.person(true));
    }

    private static List<String> announced(TestOrganization organization) {
        JsonNode entry = organization
                .as(Role.AUDITOR)
                .get("/api/organizations/{o}/ledger/entries?action=ledger.key-rotate")
                .json()
                .at("/items/0");
        return entry.at("/after/keys").valueStream().map(JsonNode::asString).toList();
    }

    private void append(TestOrganization organization) {
        OrganizationScope scope = organization.scope();
        transactions.write(scope, () -> ledger.append(scope, NewEntry.of("rule.create", "rule", "r", "r")));
    }
}
