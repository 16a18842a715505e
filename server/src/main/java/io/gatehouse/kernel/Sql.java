package io.gatehouse.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The only way to build SQL at run time: an immutable text with named values. Text comes from literals in the code;
 * whatever a user says is a value.
 */
public final class Sql {

    private final String text;
    private final Map<String, @Nullable Object> values;

    private Sql(String text, Map<String, @Nullable Object> values) {
        this.text = text;
        this.values = values;
    }

    /** A fragment without values. */
    public static Sql of(String text) {
        return new Sql(text, Map.of());
    }

    /** A fragment with one value, written {@code :name} in the text. */
    public static Sql of(String text, String name, @Nullable Object value) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(name, value);
        return new Sql(text, values);
    }

    /** This fragment, a line break, and the other one. */
    public Sql append(Sql other) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        other.values.forEach((name, value) -> {
            if (all.containsKey(name) && !Objects.equals(all.get(name), value)) {
                throw new IllegalArgumentException("Two values for :" + name);
            }
            all.put(name, value);
        });
        return new Sql(text + "\n" + other.text, all);
    }

    /** This fragment and further text. */
    public Sql append(String more) {
        return append(of(more));
    }

    /** This fragment with one more value. */
    public Sql with(String name, @Nullable Object value) {
        return append(of("", name, value));
    }

    /** {@code where a and b …}, or nothing when there is no condition. */
    public static Sql where(List<Sql> conditions) {
        Sql all = of("");
        for (int i = 0; i < conditions.size(); i++) {
            all = all.append(i == 0 ? "where" : "and").append(conditions.get(i));
        }
        return all;
    }

    /** A list of conditions that skips those whose value is absent. */
    public static Conditions conditions() {
        return new Conditions();
    }

    /** Ready to run. */
    public JdbcClient.StatementSpec on(JdbcClient jdbc) {
        return jdbc.sql(text).params(values);
    }

    /** The text with its {@code :names}. */
    public String text() {
        return text;
    }

    /** Collects the filters of a list. */
    public static final class Conditions {

        private final List<Sql> all = new ArrayList<>();

        private Conditions() {}

        /** Adds the condition when there is a value to compare with. */
        public Conditions when(@Nullable Object value, String text, String name) {
            if (value != null) {
                all.add(of(text, name, value));
            }
            return this;
        }

        /** Adds the condition. */
        public Conditions and(Sql condition) {
            all.add(condition);
            return this;
        }

        /** Whether there is none. */
        public boolean isEmpty() {
            return all.isEmpty();
        }

        /** The {@code where} clause. */
        public Sql where() {
            return Sql.where(all);
        }
    }

    /** Makes user text a literal inside a LIKE pattern, with % on both sides. */
    public static @Nullable String containing(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
