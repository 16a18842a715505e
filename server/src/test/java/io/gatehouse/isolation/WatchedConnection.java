package io.gatehouse.isolation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection whose prepared statements are shown to the witness, with their values, before they run. */
final class WatchedConnection {

    /** One call that gives a statement a value. */
    record Value(Method method, Object[] arguments) {}

    private WatchedConnection() {}

    static Connection of(Connection connection) {
        return proxy(Connection.class, (_, method, arguments) -> {
            Object answer = pass(connection, method, arguments);
            return answer instanceof PreparedStatement statement && arguments[0] instanceof String sql
                    ? watched(connection, statement, sql)
                    : answer;
        });
    }

    private static PreparedStatement watched(Connection connection, PreparedStatement statement, String sql) {
        String method = Stores.caller();
        if (method.isEmpty()) {
            return statement;
        }
        List<Value> values = new ArrayList<>();
        return proxy(PreparedStatement.class, (_, call, arguments) -> {
            if (call.getName().equals("addBatch") || runsNow(call)) {
                Witness.look(connection, new Witness.Run(method, sql, List.copyOf(values)));
            } else if (call.getName().startsWith("set") && arguments != null && arguments[0] instanceof Integer) {
                values.add(new Value(call, arguments));
            } else if (call.getName().equals("clearParameters")) {
                values.clear();
            }
            return pass(statement, call, arguments);
        });
    }

    private static boolean runsNow(Method method) {
        return method.getName().startsWith("execute") && !method.getName().contains("Batch");
    }

    private static @Nullable Object pass(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(WatchedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
