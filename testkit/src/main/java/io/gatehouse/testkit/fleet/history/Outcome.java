package io.gatehouse.testkit.fleet.history;

import io.gatehouse.testkit.fleet.oracle.Oracle;
import java.util.List;

/**
 * How a history ended.
 *
 * @param differences every row that a Mac holds against the intention, empty when all is well
 * @param failures why Macs could not sync over a calm network in the end
 * @param syncs successful syncs on the way
 * @param ownRules rules that Macs made themselves on the way
 * @param faults what the network did wrong on the way
 */
public record Outcome(
        long seed,
        List<Oracle.Difference> differences,
        List<String> failures,
        int syncs,
        int ownRules,
        int faults,
        List<String> steps) {

    /** Whether every Mac synced in the end and holds exactly what is intended for it. */
    public boolean asIntended() {
        return differences.isEmpty() && failures.isEmpty();
    }
}
