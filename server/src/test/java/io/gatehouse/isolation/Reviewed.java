package io.gatehouse.isolation;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** What row-level security does not hold in the plain way, each with the reason, read by a reviewer. */
final class Reviewed {

    /** Classes and methods that run statements without any organization's rows. */
    static final Map<String, String> WITHOUT_ROWS = Map.ofEntries(
            entry("io.gatehouse.approvals.delegations.DelegationStore.lock", "takes a lock, reads no table"),
            entry("io.gatehouse.identity.founding.FoundingStore", "takes a lock, reads no table"),
            entry("io.gatehouse.identity.scim.ProvisioningStore.limitWaiting", "sets a limit, reads no table"),
            entry("io.gatehouse.identity.tokens.SigningKeyStore.lock", "takes a lock, reads no table"),
            entry("io.gatehouse.kernel.ApplicationRole", "reads the catalogue before the server starts"),
            entry(
                    "io.gatehouse.kernel.Partitions",
                    "makes and drops partitions as the owner; deletes in each organization"),
            entry("io.gatehouse.kernel.PostgresSignals", "sends a notification, reads no table"),
            entry("io.gatehouse.ledger.checkpoint.LogKeyStore.lock", "takes a lock, reads no table"),
            entry("io.gatehouse.ledger.clock.ClockStore", "asks for the time, reads no table"),
            entry("io.gatehouse.santa.sync.delivery.SigningKey", "a key of the installation's own"),
            entry("io.gatehouse.vault.ErasableKeyStore.lock", "takes a lock, reads no table"));

    /** Turn to the organization of their values by themselves, as the sync's functions do, and tell its rows only. */
    static final Set<String> NAMING = Set.of(
            "io.gatehouse.santa.events.intake.Call.prepare",
            "io.gatehouse.santa.sync.SyncWriter.write",
            "io.gatehouse.santa.sync.credential.DeviceReader.find",
            "io.gatehouse.santa.sync.credential.Secrets.find",
            "io.gatehouse.santa.sync.delivery.LayerReader.keys",
            "io.gatehouse.santa.sync.delivery.LayerReader.read");

    /** Tell a frame, and in it only what the organization has: they must tell less elsewhere, where the frame is empty. */
    static final Map<String, String> FRAMING = Map.of(
            "io.gatehouse.approvals.requests.FigureStore.byDay", "a row for each day",
            "io.gatehouse.ledger.watch.AlarmStore.open", "a number, which is 0 elsewhere",
            "io.gatehouse.ledger.watch.BookRows.head", "two numbers, which are 0 elsewhere",
            "io.gatehouse.ledger.retention.RetentionStore.classes", "a row for each class",
            "io.gatehouse.santa.home.DashboardStore.blocks", "a row for each span of time",
            "io.gatehouse.santa.devices.DeviceStore.behind", "a row for each layer that was asked for");

    private Reviewed() {}

    static boolean hasNoRows(String method) {
        return WITHOUT_ROWS.containsKey(method)
                || WITHOUT_ROWS.containsKey(method.substring(0, method.lastIndexOf('.')));
    }
}
