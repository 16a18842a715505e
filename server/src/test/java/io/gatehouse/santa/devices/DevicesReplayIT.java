package io.gatehouse.santa.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.BookReplay;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 3 random histories of 400 steps with tags, enrolments and their secrets, Macs that come in and are bound anew, owners
 * and claims, settings of every scope and rules that go with their tag or Mac: the book alone gives the tables.
 */
@ServerTest
final class DevicesReplayIT {

    private static final int STEPS = 400;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The tables in the words of the book. */
    private static final Map<String, String> TABLES =
            Map.of("tag", """
            select id::text as id, jsonb_build_object('name', name, 'description', description, 'color', color,
                'position', position)::text as fields
            from santa.tag
            """, "enrolment", """
            select e.id::text as id, (jsonb_build_object('name', e.name, 'tagIds', e.tag_ids,
                'maximumDevices', e.maximum_devices,
                'state', case when e.revoked_at is null then 'ACTIVE' else 'REVOKED' end)
                || (select jsonb_object_agg('secret ' || s.id,
                        jsonb_build_object('hint', s.hint, 'retiresAt', s.retires_at))
                    from santa.enrolment_secret s where s.enrolment_id = e.id))::text as fields
            from santa.enrolment e
            """, "device", """
            select d.id::text as id, (jsonb_build_object('machineId', d.machine_id, 'enrolmentId', d.enrolment_id,
                'enrolment', e.name, 'credentialKind', d.credential_kind, 'certificateSubject', d.certificate_subject,
                'certificateHash', encode(d.certificate_hash, 'hex'), 'credentialReleased', d.credential_released,
                'state', case when d.retired_at is null then 'ENROLLED' else 'RETIRED' end, 'ownerId', d.owner_id,
                'tagIds', array(select t.tag_id from santa.device_tag t where t.device_id = d.id order by t.tag_id),
                'cleanSyncRequested', y.clean_requested)
                || coalesce((select jsonb_object_agg('claim ' || c.id,
                        jsonb_build_object('personId', c.person_id, 'state', c.state))
                    from santa.ownership_claim c where c.device_id = d.id), '{}'))::text as fields
            from santa.device d
            join santa.enrolment e on e.id = d.enrolment_id
            join santa.device_sync y on y.device_id = d.id
            """, "configuration", """
            select scope_id::text as id, settings::text as fields from santa.configuration
            """, "rule", """
            select id::text as id, jsonb_build_object('ruleType', 'BINARY', 'identifier', identifier,
                'policy', 'BLOCKLIST', 'scopeKind', scope_kind, 'comment', comment, 'celExpression', cel_expression,
                'tagId', case when scope_kind = 'TAG' then scope_id end,
                'deviceId', case when scope_kind = 'DEVICE' then scope_id end, 'customMessage', custom_message,
                'customUrl', custom_url, 'buttonLabel', button_label, 'softwareName', software_name)::text as fields
            from santa.rule
            """);

    private final TestOrganizations organizations;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    @Autowired
    DevicesReplayIT(TestOrganizations organizations, Transactions transactions, JdbcClient jdbc) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 55, 666})
    void theBookAloneTellsTheTables(long seed) {
        TestOrganization acme = organizations.enterprise();
        DevicesHistory history = new DevicesHistory(acme, seed);
        history.run(STEPS);
        assertThat(history.actionsThatNeverWorked()).as("seed %d", seed).hasSizeLessThan(4);
        BookReplay replay = BookReplay.of(acme.as(Role.AUDITOR));
        TABLES.forEach((type, table) -> assertThat(replay.things(type)).as(type).isEqualTo(rows(acme, table)));
    }

    private Map<String, JsonNode> rows(TestOrganization organization, String table) {
        Map<String, JsonNode> rows = new TreeMap<>();
        transactions.read(organization.scope(), () -> {
            jdbc.sql(table).query(row -> {
                rows.put(row.getString("id"), BookReplay.comparable(JSON.readTree(row.getString("fields"))));
            });
            return rows;
        });
        return rows;
    }
}
