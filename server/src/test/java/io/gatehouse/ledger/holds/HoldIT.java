package io.gatehouse.ledger.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What two people hold nobody erases, until two people release it. */
@ServerTest
final class HoldIT {

    private static final String LEDGER = "/api/organizations/{o}/ledger";
    private static final String HOLDS = LEDGER + "/holds";
    private static final String WHY = "Dispute 7 with a former supplier";
    private static final String ERASURE = "Asked for by letter of 3 May";

    private final Transactions transactions;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final TestOrganization acme;
    private final Api first;
    private final Api second;
    private final PersonId ada = new PersonId(UUID.randomUUID());

    @Autowired
    HoldIT(Transactions transactions, Ledger ledger, JdbcClient jdbc, TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.acme = organizations.enterprise();
        this.first = acme.as(Role.SECURITY_ADMIN);
        this.second = acme.as(acme.another(Role.SECURITY_ADMIN));
        append();
    }

    @Test
    void keepsFromTheMomentThatSomebodyElseConfirmsIt() {
        String hold = request(List.of(ada), null, null);
        assertThat(first.post(HOLDS + "/" + hold + "/confirm").body()).contains("second-person-needed");
        assertThat(preview().at("/holds").isEmpty()).as("it keeps nothing yet").isTrue();
        assertThat(second.post(HOLDS + "/" + hold + "/confirm")
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("IN_FORCE");
        assertThat(preview().at("/holds/0/id").asString()).isEqualTo(hold);
        Api.Answer refused = erase(false);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("kept-under-hold", WHY, hold);
        assertThat(name()).isEqualTo("Ada Lovelace");
        JsonNode entry = newest("ledger.hold");
        assertThat(entry.at("/object/id").asString()).isEqualTo(hold);
        assertThat(entry.at("/after").propertyNames())
                .containsExactlyInAnyOrder("subjects", "from", "to", "confirmedBy", "reviewAt");
    }

    @Test
    void placedAfterThePreviewItPreventsTheErasureThatWasPreviewed() {
        assertThat(preview().at("/holds").isEmpty()).isTrue();
        place(List.of(), null, null);
        assertThat(erase(false).status()).isEqualTo(409);
        assertThat(name()).isEqualTo("Ada Lovelace");
    }

    @Test
    void whatWaitsForItsEndIsErasedWithIt() {
        String hold = place(List.of(ada), null, null);
        assertThat(erase(true).json().at("/state").asString()).isEqualTo("WAITING");
        assertThat(erase(true).status()).isEqualTo(409);
        assertThat(name()).isEqualTo("Ada Lovelace");
        assertThat(second.post(HOLDS + "/" + hold + "/release", Map.of("reason", "Settled out of court"))
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("RELEASE_REQUESTED");
        assertThat(second.post(HOLDS + "/" + hold + "/release/confirm").body()).contains("second-person-needed");
        assertThat(erase(false).status()).as("kept until it is released").isEqualTo(409);
        assertThat(first.post(HOLDS + "/" + hold + "/release/confirm")
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("RELEASED");
        assertThat(name()).isEqualTo("(erased)");
        JsonNode order = newest("ledger.erase");
        assertThat(order.at("/actor/displayName").asString())
                .isEqualTo(acme.person(Role.SECURITY_ADMIN).displayName());
        assertThat(order.at("/reason").asString()).isEqualTo(ERASURE);
        assertThat(newest("ledger.hold-release").at("/object/id").asString()).isEqualTo(hold);
        assertThat(first.get(LEDGER + "/erasures").json().at("/0/state").asString())
                .isEqualTo("DONE");
    }

    @Test
    void anOrderThatWaitsCanBeTakenBack() {
        place(List.of(ada), null, null);
        String order = erase(true).json().at("/id").asString();
        assertThat(second.delete(LEDGER + "/erasures/" + order).status()).isEqualTo(204);
        assertThat(second.delete(LEDGER + "/erasures/" + order).status()).isEqualTo(404);
        assertThat(newest("ledger.erase-withdraw").at("/object/id").asString()).isEqualTo(ada.toString());
    }

    @Test
    void reachesNoFurtherThanItSays() {
        Instant now = Instant.now();
        place(List.of(new PersonId(UUID.randomUUID())), null, null);
        place(List.of(ada), null, now.minus(Duration.ofDays(1)));
        place(List.of(ada), now.plus(Duration.ofDays(1)), null);
        assertThat(preview().at("/holds").isEmpty()).isTrue();
        String hold = place(List.of(ada), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
        assertThat(preview().at("/holds/0/id").asString()).isEqualTo(hold);
    }

    @Test
    void eachStepIsTakenOnceAndByThoseWhoMay() {
        String hold = request(List.of(), null, null);
        assertThat(acme.as(Role.AUDITOR).post(HOLDS + "/" + hold + "/confirm").status())
                .isEqualTo(403);
        assertThat(acme.as(Role.AUDITOR).get(HOLDS + "/" + hold).status()).isEqualTo(200);
        assertThat(second.post(HOLDS + "/" + hold + "/withdraw")
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(second.post(HOLDS + "/" + hold + "/confirm").status()).isEqualTo(409);
        String other = place(List.of(), null, null);
        Instant later = Instant.now().plus(Duration.ofDays(300));
        assertThat(first.post(HOLDS + "/" + other + "/review", Map.of("reviewAt", later))
                        .status())
                .isEqualTo(200);
        first.post(HOLDS + "/" + other + "/release", Map.of("reason", "Settled out of court"));
        assertThat(second.post(HOLDS + "/" + other + "/release/withdraw")
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("IN_FORCE");
        assertThat(first.get(HOLDS)
                        .json()
                        .valueStream()
                        .map(each -> each.at("/state").asString()))
                .containsExactly("IN_FORCE", "WITHDRAWN");
        assertThat(first.post(HOLDS + "/" + UUID.randomUUID() + "/confirm").status())
                .isEqualTo(404);
    }

    @Test
    void unfitOnesAreRefused() {
        Instant now = Instant.now();
        assertThat(first.post(HOLDS, draft(List.of(), now, now.minusSeconds(1), now.plusSeconds(600)))
                        .status())
                .isEqualTo(422);
        assertThat(first.post(HOLDS, draft(List.of(), null, null, now.minusSeconds(1)))
                        .status())
                .isEqualTo(422);
        assertThat(first.post(HOLDS, draft(List.of(), null, null, now.plus(Duration.ofDays(800))))
                        .status())
                .isEqualTo(422);
    }

    /** What a server could try that was taken over: its role has neither rights nor a way round the functions. */
    @Test
    void theServersRoleErasesNothingUnderAHold() {
        place(List.of(ada), null, null);
        OrganizationScope scope = acme.scope(Role.SECURITY_ADMIN);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.write(scope, () -> {
                    ledger.append(scope, NewEntry.of("ledger.erase", "person", ada, ada.toString()));
                    jdbc.sql("select ledger.erase(?)")
                            .param(ada.value())
                            .query(Long.class)
                            .single();
                }))
                .havingRootCause()
                .withMessageContaining("a hold keeps values");
        for (String attempt : List.of(
                "delete from ledger.hold",
                "update ledger.hold set subjects = '{}'",
                "update ledger.hold set from_at = now(), to_at = null",
                "delete from ledger.erasure")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() ->
                            transactions.write(scope, () -> jdbc.sql(attempt).update()))
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.write(
                        scope,
                        () -> jdbc.sql("update ledger.hold set confirmed_by = requested_by")
                                .update()))
                .havingRootCause()
                .withMessageContaining("check constraint");
    }

    private String place(List<PersonId> subjects, @Nullable Instant from, @Nullable Instant to) {
        String hold = request(subjects, from, to);
        assertThat(second.post(HOLDS + "/" + hold + "/confirm").status()).isEqualTo(200);
        return hold;
    }

    private String request(List<PersonId> subjects, @Nullable Instant from, @Nullable Instant to) {
        Api.Answer answer =
                first.post(HOLDS, draft(subjects, from, to, Instant.now().plus(Duration.ofDays(90))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/id").asString();
    }

    private static Map<String, @Nullable Object> draft(
            List<PersonId> subjects, @Nullable Instant from, @Nullable Instant to, Instant reviewAt) {
        Map<String, @Nullable Object> draft = new HashMap<>();
        draft.put("reason", WHY);
        draft.put("subjects", subjects);
        draft.put("from", from);
        draft.put("to", to);
        draft.put("reviewAt", reviewAt);
        return draft;
    }

    private void append() {
        OrganizationScope scope = acme.scope(Role.SECURITY_ADMIN);
        transactions.write(scope, () -> ledger.append(scope, NewEntry.ofPerson("person.join", ada, "Ada Lovelace")));
    }

    private Api.Answer erase(boolean afterHolds) {
        return first.post(LEDGER + "/erasures", Map.of("subject", ada, "reason", ERASURE, "afterHolds", afterHolds));
    }

    private JsonNode preview() {
        return first.get(LEDGER + "/erasures/preview?subject=" + ada).json();
    }

    private String name() {
        return newest("person.join").at("/object/name").asString();
    }

    private JsonNode newest(String action) {
        return first.get(LEDGER + "/entries?action=" + action).json().at("/items/0");
    }
}
