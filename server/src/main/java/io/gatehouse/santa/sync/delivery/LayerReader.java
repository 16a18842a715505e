package io.gatehouse.santa.sync.delivery;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.policy.RuleCodes;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.message.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads entries of a policy and of a device's own layer, both as of the same moment. */
@Repository
class LayerReader {

    /**
     * What was read.
     *
     * @param head of the policy
     * @param ownHead of the device's own layer, 0 without one
     * @param entries of the policy beyond the sequence asked for
     * @param own all entries of the device's own layer
     */
    record Layers(long head, long ownHead, List<Entry> entries, List<Entry> own) {}

    private final JdbcClient jdbc;

    LayerReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Layers read(OrganizationId organization, UUID policy, long beyond, @Nullable UUID device) {
        Collected collected = new Collected();
        jdbc.sql("select * from santa.sync_entries(?, ?, ?, ?::uuid)")
                .param(organization.value())
                .param(policy)
                .param(beyond)
                .param(device)
                .query(collected::add);
        return collected.layers(policy);
    }

    List<RuleKey> keys(OrganizationId organization, List<UUID> tags, @Nullable UUID device) {
        return jdbc.sql("select * from santa.sync_keys(?, ?::uuid[], ?::uuid)")
                .param(organization.value())
                .param(tags.stream().map(UUID::toString).toArray(String[]::new))
                .param(device)
                .query((row, _) -> new RuleKey(RuleCodes.type(row.getInt("rule_type")), row.getString("identifier")))
                .list();
    }

    private static final class Collected {

        private final List<Entry> entries = new ArrayList<>();
        private final List<Entry> own = new ArrayList<>();
        private long head = -1;
        private long ownHead;

        void add(ResultSet row) throws SQLException {
            head = row.getLong("head");
            ownHead = row.getLong("own_head");
            if (row.getString("identifier") != null) {
                (row.getBoolean("own") ? own : entries).add(new Entry(row.getLong("sequence"), rule(row)));
            }
        }

        Layers layers(UUID policy) {
            if (head < 0) {
                throw new IllegalStateException("Policy " + policy + " is not there");
            }
            return new Layers(head, ownHead, entries, own);
        }

        private static Rule rule(ResultSet row) throws SQLException {
            return Rule.of(
                            RuleCodes.type(row.getInt("rule_type")),
                            row.getString("identifier"),
                            RuleCodes.policy(row.getInt("policy_number")))
                    .withCelExpr(row.getString("cel_expression"))
                    .withDialog(
                            row.getString("custom_message"), row.getString("custom_url"), row.getString("button_label"))
                    .withNotificationAppName(row.getString("notification_app_name"));
        }
    }
}
