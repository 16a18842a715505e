package io.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The entries of a change of many things. */
@ServerTest
final class LedgerBatchIT {

    private static final String ENTRIES = "/api/organizations/{o}/ledger/entries";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MANY = 1_201;

    private final Transactions transactions;
    private final Ledger ledger;
    private final TestOrganization acme;

    @Autowired
    LedgerBatchIT(Transactions transactions, Ledger ledger, TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.acme = organizations.enterprise();
    }

    @Test
    void areListedInTheirOrderAndReadAsIfWrittenOneByOne() {
        append(IntStream.range(0, MANY)
                .mapToObj(i -> NewEntry.of("rule.create", "rule", i, "Rule " + i)
                        .because(i % 2 == 0 ? null : "Odd")
                        .change(
                                null,
                                Map.of("number", i, "email", new Personal("ada@example.test", UUID.randomUUID()))))
                .toList());
        List<JsonNode> entries = all(acme.as(Role.AUDITOR));
        assertThat(entries.reversed().stream()
                        .map(entry -> entry.at("/object/id").asInt()))
                .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
        assertThat(entries).allSatisfy(entry -> {
            int number = entry.at("/object/id").asInt();
            assertThat(entry.at("/object/name").asString()).isEqualTo("Rule " + number);
            assertThat(entry.at("/after/number").asInt()).isEqualTo(number);
            assertThat(entry.at("/after/email").asString()).isEqualTo("ada@example.test");
            assertThat(entry.at("/reason").isNull()).isEqualTo(number % 2 == 0);
            assertThat(entry.at("/actor/displayName").asString())
                    .isEqualTo(acme.person(Role.SECURITY_ADMIN).displayName());
        });
    }

    @Test
    void eachHasItsOwnLeafAndCommitsToTheSameNameByAnotherSalt() throws Exception {
        PersonId person = new PersonId(UUID.randomUUID());
        append(Stream.generate(() -> NewEntry.ofPerson("person.suspend", person, "Ada Lovelace"))
                .limit(5)
                .toList());
        Api auditor = acme.as(Role.AUDITOR);
        Set<String> commitments = new HashSet<>();
        for (JsonNode entry : all(auditor)) {
            JsonNode details =
                    auditor.get(ENTRIES + "/" + entry.at("/id").asString()).json();
            byte[] canonical = details.at("/canonical").asString().getBytes(StandardCharsets.UTF_8);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 0);
            assertThat(HexFormat.of().formatHex(digest.digest(canonical)))
                    .isEqualTo(entry.at("/leafHash").asString());
            commitments.add(JSON.readTree(canonical).at("/actor/name").toString());
            commitments.add(JSON.readTree(canonical).at("/object/name").toString());
        }
        assertThat(commitments).hasSize(10);
    }

    @Test
    void areKeptAllOrNone() {
        List<NewEntry> entries = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            entries.add(NewEntry.of("rule.lose", "rule", i, "r"));
        }
        assertThatIllegalStateException().isThrownBy(() -> ledger.append(acme.scope(), entries));
        entries.add(NewEntry.of("rule.lose", "rule", "r", "r").change(null, Map.of("thing", new Object())));
        assertThatIllegalArgumentException().isThrownBy(() -> append(entries));
        append(List.of());
        assertThat(all(acme.as(Role.AUDITOR))).isEmpty();
    }

    private void append(List<NewEntry> entries) {
        OrganizationScope scope = acme.scope(Role.SECURITY_ADMIN);
        transactions.write(scope, () -> ledger.append(scope, entries));
    }

    private static List<JsonNode> all(Api auditor) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = auditor.get(ENTRIES + "?limit=200&cursor=" + cursor).json();
            page.at("/items").forEach(entries::add);
            cursor = page.at("/next").isNull() ? null : page.at("/next").asString();
        }
        return entries.stream()
                .filter(entry -> !entry.at("/action").asString().equals("person.sign-in"))
                .toList();
    }
}
