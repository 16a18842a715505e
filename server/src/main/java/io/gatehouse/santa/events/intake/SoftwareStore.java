package io.gatehouse.santa.events.intake;

import io.gatehouse.kernel.OrganizationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes sure that the software, the sightings and the users of a group are in the database, writing only what may be new. */
final class SoftwareStore {

    private record Pair(long software, UUID device, long micros) {}

    private record User(String name, UUID device) {}

    private final Connection connection;
    private final Memory memory;
    private final OrganizationId organization;
    private final List<Runnable> learned = new ArrayList<>();

    SoftwareStore(Connection connection, Memory memory, OrganizationId organization) {
        this.connection = connection;
        this.memory = memory;
        this.organization = organization;
    }

    /** To be called once the transaction is committed. */
    void committed() {
        learned.forEach(Runnable::run);
    }

    /** The software of all sightings by SHA-256, made or completed where needed. */
    KnownFiles learn(List<Sighting> sightings) throws SQLException {
        KnownFiles known = new KnownFiles();
        Map<String, Sighting> unknown = new HashMap<>();
        for (Sighting sighting : sightings) {
            Known found = memory.software(SoftwareKey.of(organization, sighting.sha256()));
            if (found != null) {
                known.put(sighting.sha256(), found);
            }
            if (found == null || differs(found, sighting)) {
                unknown.putIfAbsent(sighting.sha256(), sighting);
            }
        }
        if (!unknown.isEmpty()) {
            learn(unknown, known);
        }
        return known;
    }

    private boolean differs(Known found, Sighting sighting) {
        long facts = sighting.facts().fingerprint();
        return facts != found.facts() && !memory.variant(found.id(), facts);
    }

    private void learn(Map<String, Sighting> unknown, KnownFiles known) throws SQLException {
        List<Sighting> sightings = List.copyOf(unknown.values());
        String told = Json.array(sightings, SoftwareStore::tell);
        try (PreparedStatement statement = Call.prepare(
                        connection,
                        "learn_software",
                        organization.value(),
                        new Columns<>(connection, sightings).texts(Sighting::sha256),
                        JsonParameter.of(told));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String sha256 = rows.getString("sha256");
                Known row = new Known(rows.getLong("id"), rows.getLong("facts"), rows.getBoolean("blocked"));
                known.put(sha256, row);
                learned.add(() -> memory.remember(SoftwareKey.of(organization, sha256), row));
            }
        }
        unknown.forEach((sha256, sighting) -> learned.add(() ->
                memory.rememberVariant(known.of(sha256).id(), sighting.facts().fingerprint())));
    }

    private static void tell(Json json, Sighting sighting) {
        Facts facts = sighting.facts();
        json.putRaw("sha256", '"' + sighting.sha256() + '"')
                .putRaw("facts", Long.toString(facts.fingerprint()))
                .putRaw("seenAt", Long.toString(sighting.micros()))
                .put("certificateSha256", facts.leafHash())
                .put("signer", facts.signer())
                .put("signerOrganization", facts.signerOrganization())
                .putRaw("told", facts.json());
    }

    /** Remembers which devices showed which software, what was blocked for the first time, who ran something where. */
    void learnSightings(List<Sighting> sightings, List<Execution> executions, KnownFiles known) throws SQLException {
        List<Pair> pairs = newPairs(sightings, known);
        Map<Long, Long> blocked = newlyBlocked(sightings, known);
        Set<User> users = newUsers(executions);
        if (pairs.isEmpty() && blocked.isEmpty() && users.isEmpty()) {
            return;
        }
        Columns<Pair> pair = new Columns<>(connection, pairs);
        Columns<Map.Entry<Long, Long>> block = new Columns<>(connection, List.copyOf(blocked.entrySet()));
        Columns<User> user = new Columns<>(connection, List.copyOf(users));
        Call.run(
                connection,
                "learn_sightings",
                organization.value(),
                pair.longs(Pair::software),
                pair.ids(Pair::device),
                pair.longs(Pair::micros),
                block.longs(Map.Entry::getKey),
                block.longs(Map.Entry::getValue),
                user.texts(User::name),
                user.ids(User::device));
        pairs.forEach(row -> learned.add(() -> memory.rememberPair(row.software(), row.device())));
        users.forEach(row -> learned.add(() -> memory.rememberUser(row.name(), row.device())));
        rememberBlocked(sightings, blocked.keySet(), known);
    }

    private List<Pair> newPairs(List<Sighting> sightings, KnownFiles known) {
        List<Pair> pairs = new ArrayList<>();
        for (Sighting sighting : sightings) {
            long id = known.of(sighting.sha256()).id();
            if (!memory.pair(id, sighting.device())) {
                pairs.add(new Pair(id, sighting.device(), sighting.micros()));
            }
        }
        return pairs;
    }

    private static Map<Long, Long> newlyBlocked(List<Sighting> sightings, KnownFiles known) {
        Map<Long, Long> blocked = new HashMap<>();
        for (Sighting sighting : sightings) {
            Known software = known.of(sighting.sha256());
            if (sighting.blocked() && !software.blocked()) {
                blocked.merge(software.id(), sighting.micros(), Math::min);
            }
        }
        return blocked;
    }

    private Set<User> newUsers(List<Execution> executions) {
        Set<User> users = new HashSet<>();
        for (Execution execution : executions) {
            if (!execution.user().isEmpty() && !memory.user(execution.user(), execution.device())) {
                users.add(new User(execution.user(), execution.device()));
            }
        }
        return users;
    }

    private void rememberBlocked(List<Sighting> sightings, Collection<Long> blocked, KnownFiles known) {
        for (Sighting sighting : sightings) {
            Known row = known.of(sighting.sha256());
            if (blocked.contains(row.id())) {
                Known now = new Known(row.id(), row.facts(), true);
                learned.add(() -> memory.remember(SoftwareKey.of(organization, sighting.sha256()), now));
            }
        }
    }
}
