package io.gatehouse.testkit.fleet.policy;

import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.rules.RuleTable;
import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.fleet.wire.Message;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** A rule table that does not change: what a Mac of the newest release holds after certain downloads. */
public final class RuleSet {
    /** No rules at all. */
    public static final RuleSet EMPTY = new RuleSet(new RuleTable());

    private final RuleTable table;
    private final String hash;
    private final RuleCounts counts;

    private RuleSet(RuleTable table) {
        this.table = table;
        this.hash = table.hash();
        this.counts = new RuleCounts(
                table.count(RuleType.BINARY),
                table.count(RuleType.CERTIFICATE),
                table.count(RulePolicy.ALLOWLIST_COMPILER),
                table.count(RuleType.TEAMID),
                table.count(RuleType.SIGNINGID),
                table.count(RuleType.CDHASH));
    }

    /** A table of these rows, in their order. */
    public static RuleSet of(Collection<RuleRow> rows) {
        RuleTable copy = new RuleTable();
        rows.forEach(copy::write);
        return new RuleSet(copy);
    }

    /** The hash that a preflight reports. */
    public String hash() {
        return hash;
    }

    /** The counts that a preflight reports. */
    public RuleCounts counts() {
        return counts;
    }

    /** The rows in table order. */
    public List<RuleRow> rows() {
        return List.copyOf(table.rows());
    }

    /** The table after a download; a clean one without any readable rule cleans nothing. */
    public RuleSet after(boolean clean, List<Message> rules) {
        RuleReader reader = new RuleReader(ClientVersion.NEWEST, CelRules.SHARED);
        RuleTable changed = new RuleTable();
        List<RuleRow> rows =
                rules.stream().map(reader::read).filter(Objects::nonNull).toList();
        if (!clean || rows.isEmpty()) {
            table.rows().forEach(changed::write);
        }
        rows.forEach(changed::apply);
        return new RuleSet(changed);
    }
}
