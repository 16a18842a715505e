package io.gatehouse.santa.events.intake;

import io.gatehouse.kernel.OrganizationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Stores the uploads of one organization in the open transaction. */
final class OrganizationWriter {

    private final Connection connection;
    private final OrganizationId organization;
    private final List<Upload> uploads;
    private final long received;
    private final SoftwareStore software;
    private final BundleStore bundles;

    OrganizationWriter(Connection connection, Memory memory, OrganizationId organization, List<Upload> uploads) {
        this.connection = connection;
        this.organization = organization;
        this.uploads = uploads;
        this.received = uploads.getFirst().received();
        this.software = new SoftwareStore(connection, memory, organization);
        this.bundles = new BundleStore(connection, memory, organization);
    }

    /** Tells what to do once it is committed. */
    Runnable write() throws SQLException {
        KnownFiles known = software.learn(all(Upload::sightings));
        software.learnSightings(all(Upload::sightings), all(Upload::executions), known);
        storeExecutions(all(Upload::executions), known);
        bundles.store(uploads, received);
        storeFileAccesses(all(Upload::fileAccesses));
        storeAudits(all(Upload::audits));
        return () -> {
            software.committed();
            bundles.committed();
        };
    }

    private <T> List<T> all(Function<Upload, List<T>> rows) {
        return uploads.stream().map(rows).flatMap(Collection::stream).toList();
    }

    private void storeExecutions(List<Execution> rows, KnownFiles known) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<Known> files = new ArrayList<>(rows.size());
        rows.forEach(row -> files.add(known.of(row.sha256())));
        Columns<Execution> columns = new Columns<>(connection, rows);
        Call.run(
                connection,
                "store_events",
                organization.value(),
                received,
                columns.longs(Execution::micros),
                columns.ids(Execution::id),
                columns.ids(Execution::device),
                new Columns<>(connection, files).longs(Known::id),
                columns.shorts(row -> row.verdict().number()),
                columns.texts(row -> row.verdict().text()),
                columns.booleans(Execution::staticRule),
                columns.integers(Execution::pid),
                columns.integers(Execution::ppid),
                columns.texts(Execution::path),
                columns.texts(Execution::user),
                columns.texts(Execution::parent),
                columns.texts(row -> row.details(known.of(row.sha256()).facts())));
    }

    private void storeFileAccesses(List<FileAccess> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Columns<FileAccess> columns = new Columns<>(connection, rows);
        Call.run(
                connection,
                "store_file_access_events",
                organization.value(),
                received,
                columns.longs(FileAccess::micros),
                columns.ids(FileAccess::id),
                columns.ids(FileAccess::device),
                columns.shorts(row -> row.verdict().number()),
                columns.texts(row -> row.verdict().text()),
                columns.texts(FileAccess::ruleName),
                columns.texts(FileAccess::ruleVersion),
                columns.texts(FileAccess::target),
                columns.texts(FileAccess::processChain),
                columns.texts(FileAccess::claimedTime));
    }

    private void storeAudits(List<Audit> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Columns<Audit> columns = new Columns<>(connection, rows);
        Call.run(
                connection,
                "store_audit_events",
                organization.value(),
                received,
                columns.longs(Audit::micros),
                columns.ids(Audit::id),
                columns.ids(Audit::device),
                columns.shorts(row -> row.verdict().number()),
                columns.texts(row -> row.verdict().text()),
                columns.texts(Audit::kind),
                columns.texts(Audit::identifier),
                columns.texts(Audit::claimedTime));
    }
}
