package io.gatehouse.santa.events.intake;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.durable.GroupWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stores a group of uploads, organization by organization in the order that all nodes keep. */
final class IntakeWriter implements GroupWriter<Upload> {

    private final Memory memory;

    IntakeWriter(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Runnable write(Connection connection, List<Upload> uploads) throws SQLException {
        Map<OrganizationId, List<Upload>> byOrganization = new TreeMap<>(Comparator.comparing(OrganizationId::value));
        for (Upload upload : uploads) {
            byOrganization
                    .computeIfAbsent(upload.organization(), _ -> new ArrayList<>())
                    .add(upload);
        }
        List<Runnable> learned = new ArrayList<>();
        for (Map.Entry<OrganizationId, List<Upload>> entry : byOrganization.entrySet()) {
            learned.add(new OrganizationWriter(connection, memory, entry.getKey(), entry.getValue()).write());
        }
        return () -> learned.forEach(Runnable::run);
    }
}
