package io.gatehouse.identity.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Directory;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups as large as an enterprise has them: changed by few statements, listed up to a bound that is told. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LargeGroupIT {

    private static final String O = "/api/organizations/{o}";
    private static final int PEOPLE = 10_001;

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganization acme;
    private final Directory directory;
    private final Api admin;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final List<UUID> people;

    @Autowired
    LargeGroupIT(TestOrganizations organizations, Transactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
        SignInByProvider signIn = SignInByProvider.of(acme, standIn);
        this.directory = new Directory(acme.asProgram(Set.of(Permission.PEOPLE_PROVISION)), signIn.domain());
        admin.put(O + "/provisioning", Map.of("providerId", signIn.provider().id(), "groupsClaim", "groups"));
        this.people = transactions.installation(this::provision);
    }

    @AfterAll
    void stop() {
        standIn.close();
    }

    @Test
    void tenThousandJoinAndLeaveInOneRequestEach() {
        String group = directory.group("many");
        assertThat(change(group, "add", people.subList(0, 10_000)).status()).isEqualTo(204);
        assertThat(directory.get("/Groups/" + group).json().at("/members").size())
                .isEqualTo(10_000);
        assertThat(change(group, "remove", people.subList(5_000, PEOPLE)).status())
                .isEqualTo(204);
        assertThat(directory.get("/Groups/" + group).json().at("/members").size())
                .isEqualTo(5_000);
        assertThat(directory
                        .patch("/Groups/" + group, List.of(Map.of("op", "remove", "path", "members")))
                        .status())
                .isEqualTo(204);
        assertThat(directory.get("/Groups/" + group).json().at("/members")).isEmpty();
        assertThat(admin.get(O + "/ledger/entries?action=provisioned-group.remove-members&limit=20")
                        .json()
                        .at("/items"))
                .hasSize(10);
    }

    /** More than one batch. */
    @Test
    void twoThousandGainAndLoseTheirRolesByIt() {
        String group = directory.group("users");
        change(group, "add", people.subList(0, 2_000));
        assertThat(withRole()).isEqualTo(2_000);
        change(group, "remove", people.subList(500, 2_000));
        assertThat(withRole()).isEqualTo(500);
        directory.delete("/Groups/" + group);
        assertThat(withRole()).isZero();
    }

    /** A directory that took a part of the members for all of them would remove the others. */
    @Test
    void moreThanTheBoundAreRefusedInsteadOfLeftOut() {
        String group = directory.group("too many");
        change(group, "add", people.subList(0, 6_000));
        change(group, "add", people.subList(6_000, PEOPLE));
        Api.Answer refused = directory.get("/Groups/" + group);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/scimType").asString()).isEqualTo("tooMany");
        assertThat(refused.json().at("/detail").asString()).contains("10000", "excludedAttributes=members");
        assertThat(directory.get("/Groups?count=10").status()).isEqualTo(400);
        for (String path : List.of("/Groups/" + group, "/Groups")) {
            Api.Answer without = directory.get(path + "?excludedAttributes=members");
            assertThat(without.status()).isEqualTo(200);
            assertThat(without.body()).doesNotContain("members");
        }
        assertThat(directory
                        .get("/ServiceProviderConfig")
                        .json()
                        .at("/urn:gatehouse:scim:schemas:extension:2.0:Limits/maxMembers")
                        .asInt())
                .isEqualTo(10_000);
        assertThat(directory.delete("/Groups/" + group).status()).isEqualTo(204);
    }

    /** Neither those who cannot be members nor anybody else joins when one of them is a stranger. */
    @Test
    void oneStrangerAmongManyRefusesAllOfThem() {
        String group = directory.group("mixed");
        List<UUID> mixed = new ArrayList<>(people.subList(0, 100));
        mixed.add(UUID.randomUUID());
        Api.Answer refused = change(group, "add", mixed);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/detail").asString())
                .contains(mixed.getLast().toString());
        assertThat(directory.get("/Groups/" + group).json().at("/members")).isEmpty();
    }

    private Api.Answer change(String group, String op, List<UUID> members) {
        return directory.patch(
                "/Groups/" + group,
                List.of(Map.of(
                        "op",
                        op,
                        "path",
                        "members",
                        "value",
                        members.stream()
                                .map(id -> Map.of("value", id.toString()))
                                .toList())));
    }

    private long withRole() {
        return transactions.installation(
                () -> jdbc.sql("select count(*) from identity.mapped_grant where organization_id = ?")
                        .param(acme.id().value())
                        .query(Long.class)
                        .single());
    }

    private List<UUID> provision() {
        return jdbc.sql("""
                        with person as (
                            insert into identity.person (id, email, display_name)
                            select id, id || '@example.test', 'Somebody ' || n
                            from (select gen_random_uuid() as id, n from generate_series(1, :people) n)
                            returning id, email),
                        member as (
                            insert into identity.membership (organization_id, person_id, roles)
                            select :organization, id, array[]::text[] from person returning person_id)
                        insert into identity.provisioned_person
                            (organization_id, person_id, user_name, attributes, created_at, changed_at)
                        select :organization, person_id, person_id::text, '{}', now(), now() from member
                        returning person_id as id
                        """)
                .param("people", PEOPLE)
                .param("organization", acme.id().value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }
}
