package io.gatehouse.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.tlog.Tree;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is past its time goes by an order in the book, what a hold keeps stays, and every hash stays. */
@ServerTest
final class RetentionIT {

    private static final String LEDGER = "/api/organizations/{o}/ledger";
    private static final Duration LONG_AGO = Duration.ofDays(-500);
    private static final YearMonth MONTH =
            YearMonth.from(Instant.now().plus(LONG_AGO).atOffset(ZoneOffset.UTC));

    private final Transactions transactions;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final MonthDrops drops;
    private final RetentionStore store;
    private final TestClock clock;
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;
    private final TestLog log;
    private final PersonId ada = new PersonId(UUID.randomUUID());

    @Autowired
    RetentionIT(
            Transactions transactions,
            Ledger ledger,
            JdbcClient jdbc,
            MonthDrops drops,
            RetentionStore store,
            TestClock clock,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.drops = drops;
        this.store = store;
        this.clock = clock;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.log = new TestLog(acme);
    }

    @Test
    void aMonthPastItsTimeGoesByAnOrderAndItsHashesStay() {
        appendLongAgo(acme);
        append(acme, rule("young"));
        Tree before = log.sequenced().reader().checkpoint();
        int first = firstIndex();
        List<Map<String, Object>> leaves = leaves();
        assertThat(keep("CONFIGURATION", 12).at("/entries").asInt()).isEqualTo(4);
        assertThat(keep("CONFIGURATION", 12).at("/nextDrop").asString())
                .isEqualTo(MONTH.plusMonths(13).atDay(1) + "T00:00:00Z");

        drops.drop(acme.id());

        assertThat(ids("rule.create")).containsExactly("young");
        assertThat(ids("person.join")).as("of another class").containsExactly(ada.toString());
        JsonNode order = newest("ledger.drop");
        assertThat(order.at("/after/class").asString()).isEqualTo("CONFIGURATION");
        assertThat(order.at("/after/month").asString()).isEqualTo(MONTH.toString());
        assertThat(order.at("/after/count").asInt()).isEqualTo(3);
        assertThat(order.at("/after/ranges").toString())
                .isEqualTo("[[%d,%d],[%d,%d]]".formatted(first, first + 1, first + 3, first + 3));
        assertThat(order.at("/actor/type").asString()).isEqualTo("SYSTEM");
        assertThat(keys()).containsExactly("period PEOPLE " + MONTH);

        Tree after = log.sequenced().reader().checkpoint();
        assertThat(log.reader().goesOn(before, log.text("/log/consistency?from=" + before.size())))
                .usingRecursiveComparison()
                .isEqualTo(after);
        assertThat(leaves()).startsWith(leaves.toArray(Map[]::new));
        assertThat(log.entries().subList(first, first + 4))
                .extracting(String::isEmpty)
                .as("dropped, by an order that the tiles show")
                .containsExactly(true, true, false, true);
        log.reader().proven(log.text("/log/proof/" + (first + 2)));
        assertThat(log.probe("/log/proof/" + first).body()).contains("Entry " + first + " was dropped");
        drops.drop(acme.id());
        assertThat(admin.get(LEDGER + "/entries?action=ledger.drop")
                        .json()
                        .at("/items")
                        .size())
                .as("once")
                .isEqualTo(1);
    }

    @Test
    void nothingGoesUnlessSomebodySaidSoOrBeforeItsTime() {
        appendLongAgo(acme);
        log.sequenced();
        drops.drop(acme.id());
        keep("CONFIGURATION", 24);
        drops.drop(acme.id());
        assertThat(ids("rule.create")).hasSize(3);
        keep("CONFIGURATION", 12);
        keep("CONFIGURATION", null);
        drops.drop(acme.id());
        assertThat(ids("rule.create")).hasSize(3);
        assertThat(newest("ledger.change-retention").at("/before/months").asInt())
                .isEqualTo(12);
        assertThat(newest("ledger.change-retention").at("/after/months").isNull())
                .isTrue();
    }

    @Test
    void aHoldKeepsWhateverItReaches() {
        appendLongAgo(acme);
        log.sequenced();
        keep("CONFIGURATION", 12);
        keep("PEOPLE", 12);
        String all = place(List.of());
        drops.drop(acme.id());
        assertThat(ids("rule.create")).hasSize(3);
        place(List.of(ada));
        release(all);
        drops.drop(acme.id());
        assertThat(ids("rule.create")).isEmpty();
        assertThat(ids("person.join")).as("has to do with her").hasSize(1);
    }

    @Test
    void aHoldThatIsConfirmedWhileADropRunsWaitsForIt() {
        appendLongAgo(acme);
        log.sequenced();
        keep("CONFIGURATION", 12);
        String hold = ask(List.of());
        Api second = acme.as(acme.another(Role.SECURITY_ADMIN));
        CompletableFuture<Api.Answer> confirmed = transactions.write(acme.scope(), () -> {
            store.lock();
            CompletableFuture<Api.Answer> asked =
                    CompletableFuture.supplyAsync(() -> second.post(LEDGER + "/holds/" + hold + "/confirm"));
            Awaitility.await().until(this::somebodyWaits);
            assertThat(asked).isNotDone();
            return asked;
        });
        assertThat(confirmed.join().status()).isEqualTo(200);
        drops.drop(acme.id());
        assertThat(ids("rule.create")).hasSize(3);
    }

    @Test
    void theServersRoleDropsNothingButByAnOrderForExactlyThat() {
        appendLongAgo(acme);
        log.sequenced();
        String drop = "select ledger.drop_month('CONFIGURATION', '" + MONTH.atDay(1) + "')";
        assertRefused(List.of(), drop, "time of this month is not over");
        keep("CONFIGURATION", 12);
        assertRefused(List.of(), drop, "no order");
        int first = firstIndex();
        List<NewEntry> right = order(List.of(List.of(first, first + 1), List.of(first + 3, first + 3)));
        assertRefused(order(List.of(List.of(first, first + 1))), drop, "no order");
        assertRefused(order(List.of(List.of(first, first + 3))), drop, "no order");
        assertRefused(order(List.of(List.of(first, first + 2))), drop, "no order");
        assertRefused(
                right,
                "select ledger.drop_month('PEOPLE', '" + MONTH.atDay(1) + "')",
                "time of this month is not over");
        place(List.of());
        assertRefused(right, drop, "a hold keeps");
        assertRefused(
                List.of(),
                "insert into ledger.retention values ('" + acme.id() + "', 'PEOPLE', 1) returning months",
                "check constraint");
        for (String attempt :
                List.of("delete from ledger.entry", "delete from ledger.leaf", "drop table ledger.entry_default")) {
            assertRefused(List.of(), attempt, "denied", "must be owner");
        }
        assertThat(ids("rule.create")).hasSize(3);
    }

    @Test
    void whatIsShortenedNeedsAFreshFactorAndHasAShortestTime() {
        assertThat(put("ACCESS", 5).status()).isEqualTo(422);
        assertThat(put("PEOPLE", 11).status()).isEqualTo(422);
        assertThat(put("BOOK", 24).status()).isEqualTo(422);
        assertThat(put("NOTHING", 24).status()).isIn(400, 404, 422);
        assertThat(acme.as(Role.AUDITOR)
                        .put(LEDGER + "/retention/PEOPLE", Map.of("months", 24))
                        .status())
                .isEqualTo(403);
        assertThat(put("PEOPLE", 24).status()).isEqualTo(200);
        admin.freshFactor(null);
        assertThat(put("PEOPLE", 12).body()).contains("fresh-factor-needed");
        assertThat(put("PEOPLE", 36).status()).isEqualTo(200);
        assertThat(put("PEOPLE", null).status()).isEqualTo(200);
    }

    @Test
    void aPartitionOfLongAgoIsDroppedOnlyIfItIsEmptyForEverybody() {
        TestOrganization other = organizations.enterprise();
        OwnerDatabase.tried(acme.id(), owner -> {
            YearMonth next = YearMonth.now(ZoneOffset.UTC).plusMonths(3);
            String made = "ledger.entry_" + next.toString().replace("-", "");
            owner.sql("alter table " + made + " rename to entry_202001").update();
            owner.sql("alter table ledger.entry_202001 no force row level security")
                    .update();
            owner.sql("insert into ledger.entry_202001 select (jsonb_populate_record(null::ledger.entry_202001, "
                            + "to_jsonb(e) || jsonb_build_object('organization_id', ?::text, 'id', ledger.first_id(?)))).* "
                            + "from ledger.entry e limit 1")
                    .params(other.id().toString(), next.atDay(2).atStartOfDay().atOffset(ZoneOffset.UTC))
                    .update();
            owner.sql("alter table ledger.entry_202001 force row level security")
                    .update();
            assertThat(owner.sql("select * from ledger.drop_empty_months()")
                            .query(String.class)
                            .list())
                    .isEmpty();
            owner.sql("alter table ledger.entry_202001 no force row level security")
                    .update();
            owner.sql("delete from ledger.entry_202001").update();
            owner.sql("alter table ledger.entry_202001 force row level security")
                    .update();
            assertThat(owner.sql("select * from ledger.drop_empty_months()")
                            .query(String.class)
                            .list())
                    .containsExactly("entry_202001");
        });
    }

    @Test
    void whoeverLooksForAnIdLooksIntoOnePartition() {
        append(acme, rule("one"));
        String plan = String.join(
                "\n",
                transactions.read(
                        acme.scope(),
                        () -> jdbc.sql(
                                        "explain select canonical from ledger.entry where organization_id = ? and id = ?")
                                .params(
                                        acme.id().value(),
                                        UUID.fromString(
                                                newest("rule.create").at("/id").asString()))
                                .query((row, _) -> row.getString(1))
                                .list()));
        assertThat(plan).doesNotContain("Append", "entry_default").contains("Index");
    }

    private void appendLongAgo(TestOrganization organization) {
        try (var _ = clock.ahead(LONG_AGO)) {
            append(organization, rule("a"));
            append(organization, rule("b"));
            append(
                    organization,
                    NewEntry.ofPerson("person.join", ada, "Ada Lovelace")
                            .change(null, Map.of("email", new Personal("ada@example.test", ada))));
            append(organization, rule("c"));
        }
    }

    /** Of the oldest rule; sign-ins may be before it. */
    private int firstIndex() {
        return admin.get(LEDGER + "/entries?objectType=rule&objectId=a")
                .json()
                .at("/items/0/index")
                .asInt();
    }

    private static NewEntry rule(String id) {
        return NewEntry.of("rule.create", "rule", id, "Rule " + id);
    }

    private void append(TestOrganization organization, NewEntry entry) {
        OrganizationScope scope = organization.scope(Role.SECURITY_ADMIN);
        transactions.write(scope, () -> ledger.append(scope, entry));
    }

    private List<NewEntry> order(List<List<Integer>> ranges) {
        return List.of(NewEntry.of("ledger.drop", "ledger", acme.id(), "Forged")
                .change(
                        null,
                        Map.of("class", "CONFIGURATION", "month", MONTH.toString(), "count", 3, "ranges", ranges)));
    }

    private void assertRefused(List<NewEntry> orders, String sql, String... messages) {
        OrganizationScope scope = acme.scope(Role.SECURITY_ADMIN);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.write(scope, () -> {
                    ledger.append(scope, orders);
                    jdbc.sql(sql).query((_, _) -> true).list();
                }))
                .havingRootCause()
                .satisfies(cause -> assertThat(messages).anyMatch(cause.getMessage()::contains));
    }

    private boolean somebodyWaits() {
        return transactions.read(
                acme.scope(),
                () -> jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                        .query(Boolean.class)
                        .single());
    }

    private JsonNode keep(String name, @Nullable Integer months) {
        Api.Answer answer = put(name, months);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Api.Answer put(String name, @Nullable Integer months) {
        return admin.put(LEDGER + "/retention/" + name, Collections.singletonMap("months", months));
    }

    private String place(List<PersonId> subjects) {
        String hold = ask(subjects);
        acme.as(acme.another(Role.SECURITY_ADMIN)).post(LEDGER + "/holds/" + hold + "/confirm");
        return hold;
    }

    private String ask(List<PersonId> subjects) {
        Map<String, @Nullable Object> draft = new HashMap<>();
        draft.put("reason", "Dispute 7 with a former supplier");
        draft.put("subjects", subjects);
        draft.put("reviewAt", Instant.now().plus(Duration.ofDays(90)));
        return admin.post(LEDGER + "/holds", draft).json().at("/id").asString();
    }

    private void release(String hold) {
        admin.post(LEDGER + "/holds/" + hold + "/release", Map.of("reason", "Settled out of court"));
        acme.as(acme.another(Role.SECURITY_ADMIN)).post(LEDGER + "/holds/" + hold + "/release/confirm");
    }

    private List<Map<String, Object>> leaves() {
        return OwnerDatabase.query(
                acme.id(), "select index, encode(hash, 'hex') as hash from ledger.leaf order by index");
    }

    private List<String> keys() {
        return OwnerDatabase.query(acme.id(), "select name from vault.erasable_key where name like ?", "%" + MONTH)
                .stream()
                .map(row -> (String) row.get("name"))
                .toList();
    }

    private List<String> ids(String action) {
        return admin.get(LEDGER + "/entries?action=" + action)
                .json()
                .at("/items")
                .valueStream()
                .map(entry -> entry.at("/object/id").asString())
                .toList();
    }

    private JsonNode newest(String action) {
        return admin.get(LEDGER + "/entries?action=" + action).json().at("/items/0");
    }
}
