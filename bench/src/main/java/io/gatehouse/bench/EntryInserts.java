package io.gatehouse.bench;

import io.gatehouse.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** One connection that writes entries as the server does: its role, its statement, its organization named for each transaction. */
final class EntryInserts implements AutoCloseable {

    private static final String INSERT = """
            insert into %s (organization_id, id, recorded_at, actor_type, actor_id, action, object_type, object_id,
                object_name, reason, correlation_id, canonical, leaf_hash, retention_class)
            select ?, e.id, ?, 'PERSON', ?, 'rule.change', 'rule', e.object_id, e.object_name, 'Asked for by ticket', ?,
                e.canonical, e.leaf_hash, 'CONFIGURATION'
            from unnest(?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
                as e(id, object_id, object_name, canonical, leaf_hash)
            """;

    private final Connection connection;
    private final PreparedStatement turn;
    private final PreparedStatement insert;
    private final UUID organization;
    private final MessageDigest sha;

    EntryInserts(Database database, String table, UUID organization) throws SQLException {
        this.connection =
                DriverManager.getConnection(database.url(), database.applicationUser(), database.applicationPassword());
        connection.setAutoCommit(false);
        this.turn = connection.prepareStatement(
                "select set_config('app.organization', ?, true), set_config('app.installation', 'off', true)");
        this.insert = connection.prepareStatement(INSERT.formatted(table));
        this.organization = organization;
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connection() {
        return connection;
    }

    void begin() throws SQLException {
        turn.setString(1, organization.toString());
        turn.execute();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Within the open transaction. */
    void append(int entries) throws SQLException {
        UUID[] ids = new UUID[entries];
        String[] objects = new String[entries];
        String[] names = new String[entries];
        byte[][] canonical = new byte[entries][];
        byte[][] leaves = new byte[entries][];
        for (int number = 0; number < entries; number++) {
            ids[number] = id();
            objects[number] = ids[number].toString();
            names[number] =
                    "Rule for program " + number + " of " + Long.toHexString(ids[number].getLeastSignificantBits());
            canonical[number] = ("{\"id\":\"" + ids[number] + "\",\"after\":\"" + "some of what has changed ".repeat(16)
                            + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            sha.update((byte) 0);
            leaves[number] = sha.digest(canonical[number]);
        }
        insert.setObject(1, organization);
        insert.setObject(2, OffsetDateTime.now(ZoneOffset.UTC));
        insert.setObject(3, organization);
        insert.setString(4, ids[0].toString());
        insert.setArray(5, connection.createArrayOf("uuid", ids));
        insert.setArray(6, connection.createArrayOf("text", objects));
        insert.setArray(7, connection.createArrayOf("text", names));
        insert.setArray(8, connection.createArrayOf("bytea", canonical));
        insert.setArray(9, connection.createArrayOf("bytea", leaves));
        insert.executeUpdate();
    }

    /** Of version 7: begins with its time. */
    private static UUID id() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
