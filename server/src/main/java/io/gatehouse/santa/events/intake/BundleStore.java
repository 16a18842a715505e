package io.gatehouse.santa.events.intake;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.protocol.rule.BundleHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Collects the members of bundles until a device's list proves to be whole: SHA-256 over the members' sorted hashes is the
 * bundle's own hash.
 */
final class BundleStore {

    private record Told(String hash, UUID device) {}

    private final Connection connection;
    private final Memory memory;
    private final OrganizationId organization;
    private final List<String> complete = new ArrayList<>();

    BundleStore(Connection connection, Memory memory, OrganizationId organization) {
        this.connection = connection;
        this.memory = memory;
        this.organization = organization;
    }

    /** To be called once the transaction is committed. */
    void committed() {
        complete.forEach(hash -> memory.rememberComplete(organization, hash));
    }

    /** Stores what the uploads tell of bundles, and tells each upload which ones are wanted of it. */
    void store(List<Upload> uploads, long received) throws SQLException {
        List<BundleClaim> claims = uploads.stream()
                .map(Upload::bundles)
                .flatMap(Collection::stream)
                .filter(claim -> !memory.complete(organization, claim.hash()))
                .toList();
        if (claims.isEmpty()) {
            return;
        }
        claimBundles(claims, received);
        storeMembers(claims.stream().filter(BundleClaim::member).toList());
        for (Map.Entry<String, Set<UUID>> bundle : tellers(claims).entrySet()) {
            for (UUID device : bundle.getValue()) {
                check(new Told(bundle.getKey(), device));
            }
        }
        tellWishes(uploads, claims);
    }

    private void claimBundles(List<BundleClaim> claims, long received) throws SQLException {
        Map<String, BundleClaim> byHash = new TreeMap<>();
        claims.forEach(claim -> byHash.merge(claim.hash(), claim, (a, b) -> a.binaryCount() > 0 ? a : b));
        List<BundleClaim> bundles = List.copyOf(byHash.values());
        Columns<BundleClaim> bundle = new Columns<>(connection, bundles);
        Columns<BundleClaim> file = new Columns<>(connection, claims);
        Call.run(
                connection,
                "claim_bundles",
                organization.value(),
                received,
                bundle.texts(BundleClaim::hash),
                bundle.texts(BundleClaim::bundleId),
                bundle.texts(BundleClaim::name),
                bundle.texts(BundleClaim::version),
                bundle.texts(BundleClaim::versionString),
                bundle.texts(BundleClaim::path),
                bundle.texts(BundleClaim::executablePath),
                bundle.longs(BundleClaim::binaryCount),
                bundle.longs(BundleClaim::hashMillis),
                file.texts(BundleClaim::sha256),
                file.texts(BundleClaim::hash));
    }

    private void storeMembers(List<BundleClaim> members) throws SQLException {
        if (members.isEmpty()) {
            return;
        }
        Columns<BundleClaim> column = new Columns<>(connection, members);
        Call.run(
                connection,
                "store_bundle_members",
                organization.value(),
                column.texts(BundleClaim::hash),
                column.ids(BundleClaim::device),
                column.texts(BundleClaim::sha256),
                column.texts(BundleClaim::fileName),
                column.texts(BundleClaim::filePath),
                column.texts(BundleClaim::signingId),
                column.texts(BundleClaim::teamId));
    }

    private static Map<String, Set<UUID>> tellers(List<BundleClaim> claims) {
        Map<String, Set<UUID>> tellers = new TreeMap<>();
        for (BundleClaim claim : claims) {
            if (claim.member()) {
                tellers.computeIfAbsent(claim.hash(), _ -> new LinkedHashSet<>())
                        .add(claim.device());
            }
        }
        return tellers;
    }

    private void check(Told told) throws SQLException {
        List<String> members = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select sha256 from santa.bundle_member
                where organization_id = ? and bundle_hash = ? and device_id = ?
                """)) {
            statement.setObject(1, organization.value());
            statement.setString(2, told.hash());
            statement.setObject(3, told.device());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    members.add(rows.getString(1));
                }
            }
        }
        boolean proven = BundleHash.of(members).equals(told.hash());
        Call.run(connection, "judge_bundle", organization.value(), told.hash(), told.device(), members.size(), proven);
        if (proven) {
            complete.add(told.hash());
        }
    }

    private void tellWishes(List<Upload> uploads, List<BundleClaim> claims) throws SQLException {
        Columns<BundleClaim> column = new Columns<>(connection, claims);
        Map<UUID, Set<String>> wanted = new HashMap<>();
        try (PreparedStatement statement = Call.prepare(
                        connection,
                        "wanted_bundles",
                        organization.value(),
                        column.texts(BundleClaim::hash),
                        column.ids(BundleClaim::device));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                wanted.computeIfAbsent(rows.getObject("device", UUID.class), _ -> new HashSet<>())
                        .add(rows.getString("hash"));
            }
        }
        uploads.forEach(upload -> upload.want(wanted.getOrDefault(upload.device(), Set.of())));
    }
}
