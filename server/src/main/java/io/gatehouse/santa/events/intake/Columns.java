package io.gatehouse.santa.events.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Turns rows into one array for each column: the whole group is then one statement. */
final class Columns<T> {

    private final PGConnection connection;
    private final List<T> rows;

    Columns(Connection connection, List<T> rows) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
        this.rows = rows;
    }

    Array longs(ToLongFunction<T> value) throws SQLException {
        return connection.createArrayOf("int8", rows.stream().mapToLong(value).toArray());
    }

    Array integers(ToIntFunction<T> value) throws SQLException {
        return connection.createArrayOf("int4", rows.stream().mapToInt(value).toArray());
    }

    Array shorts(ToIntFunction<T> value) throws SQLException {
        short[] all = new short[rows.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = (short) value.applyAsInt(rows.get(i));
        }
        return connection.createArrayOf("int2", all);
    }

    Array booleans(Predicate<T> value) throws SQLException {
        boolean[] all = new boolean[rows.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = value.test(rows.get(i));
        }
        return connection.createArrayOf("bool", all);
    }

    Array ids(Function<T, UUID> value) throws SQLException {
        return connection.createArrayOf("uuid", rows.stream().map(value).toArray());
    }

    Array texts(Function<T, @Nullable String> value) throws SQLException {
        @Nullable String[] all = new String[rows.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = value.apply(rows.get(i));
        }
        return connection.createArrayOf("text", all);
    }
}
