package io.gatehouse.identity.people;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.Sql;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which members are wanted, in which order.
 *
 * @param text part of the name or the e-mail
 */
record PeopleQuery(
        @Nullable String text,
        @Nullable Role role,
        Standing.@Nullable State state,
        @Nullable String sort) {

    /** An order of the list, each with the person's id to tell equals apart. */
    enum Order {
        DISPLAY_NAME("displayName", "display_name"),
        EMAIL("email", "email"),
        LAST_SIGN_IN("lastSignInAt", "coalesce(last_sign_in_at, 'epoch')");

        private final String code;
        private final String expression;

        Order(String code, String expression) {
            this.code = code;
            this.expression = expression;
        }

        private Object value(Cursor cursor) {
            return this == LAST_SIGN_IN ? cursor.time(0) : cursor.text(0);
        }

        Cursor after(Standing row) {
            return switch (this) {
                case DISPLAY_NAME -> Cursor.of(row.displayName(), row.id());
                case EMAIL -> Cursor.of(row.email(), row.id());
                case LAST_SIGN_IN ->
                    Cursor.of(row.lastSignInAt() == null ? Instant.EPOCH : row.lastSignInAt(), row.id());
            };
        }
    }

    Order order() {
        if (sort == null) {
            return Order.DISPLAY_NAME;
        }
        String code = descending() ? sort.substring(1) : sort;
        for (Order order : Order.values()) {
            if (order.code.equals(code)) {
                return order;
            }
        }
        throw CommonProblem.INVALID.because("sort must be displayName, email or lastSignInAt, with - for descending");
    }

    Sql.Conditions conditions(@Nullable Cursor after) {
        Sql.Conditions conditions = Sql.conditions()
                .when(Sql.containing(text), "search_text like lower(:text)", "text")
                .when(role == null ? null : role.name(), ":role = any(roles)", "role")
                .when(
                        state == null ? null : state == Standing.State.ACTIVE,
                        "(suspended_at is null) = :active",
                        "active");
        if (after != null) {
            conditions.and(Sql.of("(" + order().expression + ", person_id)")
                    .append(descending() ? "< (:value, :last)" : "> (:value, :last)")
                    .with("value", order().value(after))
                    .with("last", after.id(1)));
        }
        return conditions;
    }

    Sql orderBy() {
        String direction = descending() ? " desc" : " asc";
        return Sql.of("order by " + order().expression + direction + ", person_id" + direction);
    }

    private boolean descending() {
        return sort != null && sort.startsWith("-");
    }
}
