package io.gatehouse.identity.scim;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.filters.Filter;
import io.gatehouse.kernel.Sql;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import tools.jackson.databind.node.ValueNode;

/** Turns a filter of a directory into a condition. Text comes from here alone; what the directory says is a value. */
final class Filters {

    private static final int LONGEST = 1000;
    private static final int MOST_COMPARISONS = 20;

    private final Map<String, Column> columns;
    private int comparisons;

    private Filters(Map<String, Column> columns) {
        this.columns = columns;
    }

    /** How a column is compared. */
    enum Type {
        /** Without regard to case. */
        TEXT,
        EXACT,
        TRUTH,
        /** Any of several values. */
        ANY
    }

    /**
     * What an attribute is in the database.
     *
     * @param expression a literal of the code
     */
    record Column(String expression, Type type) {}

    /** The condition; true for everything when there is no filter. */
    static Sql condition(String filter, Map<String, Column> columns) {
        if (filter.isBlank()) {
            return Sql.of("true");
        }
        if (filter.length() > LONGEST) {
            throw ScimRefusal.invalidFilter("A filter must have at most " + LONGEST + " characters");
        }
        return new Filters(columns).condition("", Grammar.filter(filter));
    }

    private Sql condition(String prefix, Filter filter) {
        return switch (filter.getFilterType()) {
            case AND -> combined(prefix, filter, "and");
            case OR -> combined(prefix, filter, "or");
            case NOT ->
                Sql.of("not (")
                        .append(condition(prefix, Objects.requireNonNull(filter.getInvertedFilter())))
                        .append(")");
            case COMPLEX_VALUE ->
                condition(
                        prefix + name(Objects.requireNonNull(filter.getAttributePath())) + ".",
                        Objects.requireNonNull(filter.getValueFilter()));
            default -> comparison(column(prefix, Objects.requireNonNull(filter.getAttributePath())), filter);
        };
    }

    private Sql combined(String prefix, Filter filter, String word) {
        Sql all = Sql.of("(");
        boolean first = true;
        for (Filter part : Objects.requireNonNull(filter.getCombinedFilters())) {
            all = (first ? all : all.append(word)).append(condition(prefix, part));
            first = false;
        }
        return all.append(")");
    }

    private Sql comparison(Column column, Filter filter) {
        if (++comparisons > MOST_COMPARISONS) {
            throw ScimRefusal.invalidFilter("A filter must have at most " + MOST_COMPARISONS + " comparisons");
        }
        String value = ":value" + comparisons;
        if (column.type() == Type.ANY) {
            return any(column, value, filter);
        }
        String operand = column.type() == Type.TEXT ? "lower(" + column.expression() + ")" : column.expression();
        String condition = switch (filter.getFilterType()) {
            case EQUAL -> operand + " is not distinct from " + value;
            case NOT_EQUAL -> operand + " is distinct from " + value;
            case PRESENT -> column.expression() + " is not null";
            case CONTAINS -> "strpos(" + text(column, operand) + ", " + value + ") > 0";
            case STARTS_WITH -> "starts_with(" + text(column, operand) + ", " + value + ")";
            case ENDS_WITH -> "right(" + text(column, operand) + ", length(" + value + ")) = " + value;
            default -> throw ScimRefusal.invalidFilter("Use eq, ne, co, sw, ew or pr");
        };
        return filter.isPresentFilter()
                ? Sql.of(condition)
                : Sql.of(
                        condition,
                        value.substring(1),
                        value(column, Objects.requireNonNull(filter.getComparisonValue())));
    }

    private static Sql any(Column column, String value, Filter filter) {
        return switch (filter.getFilterType()) {
            case EQUAL ->
                Sql.of(
                        value + " in " + column.expression(),
                        value.substring(1),
                        Objects.requireNonNull(filter.getComparisonValue()).asString());
            case PRESENT -> Sql.of("exists " + column.expression());
            default -> throw ScimRefusal.invalidFilter("Filter by members with eq or pr");
        };
    }

    private static String text(Column column, String operand) {
        if (column.type() == Type.TRUTH) {
            throw ScimRefusal.invalidFilter("What is true or false can only be compared by eq and ne");
        }
        return operand;
    }

    private static Object value(Column column, ValueNode given) {
        if (column.type() == Type.TRUTH) {
            return Boolean.parseBoolean(given.asString());
        }
        String text = given.asString();
        if (text.indexOf('\0') >= 0) {
            throw ScimRefusal.invalidFilter("Text has no control characters");
        }
        return column.type() == Type.TEXT ? text.toLowerCase(Locale.ROOT) : text;
    }

    private Column column(String prefix, Path path) {
        String name = prefix + name(path);
        Column column = columns.get(name);
        if (column == null) {
            throw ScimRefusal.invalidFilter("Filter by " + String.join(", ", columns.keySet()) + "; not by " + name);
        }
        return column;
    }

    private static String name(Path path) {
        StringJoiner name = new StringJoiner(".");
        path.forEach(element -> name.add(element.getAttribute().toLowerCase(Locale.ROOT)));
        return name.toString();
    }
}
