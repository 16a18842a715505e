package io.gatehouse.testkit.fleet.people;

import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.SyncReport;
import io.gatehouse.testkit.fleet.Verdict;
import io.gatehouse.testkit.fleet.software.Launch;

/** Is told what happens in a fleet, by many threads at once. */
public interface FleetListener {

    /** A Mac finished a sync, well or not. */
    default void synced(SimulatedMac mac, SyncReport report) {}

    /** A launch did not run. */
    default void blocked(SimulatedMac mac, Launch launch, Verdict verdict) {}

    /** What was blocked before ran after a sync. */
    default void ranAfterBlock(SimulatedMac mac, Launch launch, Verdict verdict) {}
}
