package io.gatehouse.santa.rules;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Sql;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists rules, in orders that an index gives. */
@Repository
final class RuleListStore {

    /** The order when none is asked for. */
    static final String NEWEST_FIRST = "-updatedAt";

    private static final int FETCH = 500;

    /** A sort order: its column, its direction and what a row's cursor holds. */
    private record Order(
            String column, boolean descending, boolean time, Function<StoredRule, Object> key, String condition) {}

    private static final Map<String, Order> ORDERS = Map.of(
            NEWEST_FIRST,
            new Order("r.updated_at", true, true, StoredRule::updatedAt, "true"),
            "updatedAt",
            new Order("r.updated_at", false, true, StoredRule::updatedAt, "true"),
            "identifier",
            new Order("r.identifier", false, false, rule -> rule.draft().identifier(), "true"),
            "-identifier",
            new Order("r.identifier", true, false, rule -> rule.draft().identifier(), "true"),
            "expiresAt",
            new Order(
                    "r.expires_at",
                    false,
                    true,
                    rule -> Objects.requireNonNull(rule.draft().expiresAt()),
                    "r.expires_at is not null"));

    private final JdbcClient jdbc;
    private final RuleRows rows;

    RuleListStore(JdbcClient jdbc, RuleRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    Optional<RuleRows.Shown> find(OrganizationId organization, UUID id) {
        return jdbc.sql(RuleRows.SHOWN + "where r.organization_id = :organization and r.id = :id")
                .param("organization", organization.value())
                .param("id", id)
                .query((row, _) -> rows.shown(row))
                .optional();
    }

    Page<RuleRows.Shown> page(
            OrganizationId organization, RuleQuery query, String sort, @Nullable String cursor, int limit) {
        Order order = order(sort);
        List<RuleRows.Shown> found = statement(organization, query, order, Cursor.decode(cursor, 2))
                .append(Sql.of("limit :limit", "limit", limit + 1))
                .on(jdbc)
                .query((row, _) -> rows.shown(row))
                .list();
        return Page.of(
                found,
                limit,
                shown -> Cursor.of(order.key().apply(shown.rule()), shown.rule().id()));
    }

    /** Every rule of the filter, one after the other, without holding them all. */
    void each(OrganizationId organization, RuleQuery query, Consumer<RuleRows.Shown> each) {
        statement(organization, query, order("identifier"), null)
                .on(jdbc)
                .withFetchSize(FETCH)
                .query(row -> {
                    each.accept(rows.shown(row));
                });
    }

    /** The statement behind a page, for looking at its plan. */
    Sql statement(OrganizationId organization, RuleQuery query, String sort) {
        return statement(organization, query, order(sort), null);
    }

    private static Sql statement(OrganizationId organization, RuleQuery query, Order order, @Nullable Cursor after) {
        Sql.Conditions conditions = Sql.conditions()
                .and(Sql.of("r.organization_id = :organization", "organization", organization.value()))
                .and(Sql.of(order.condition()))
                .when(
                        Sql.containing(query.text()),
                        "(r.identifier ilike :text or r.comment ilike :text or r.software_name ilike :text)",
                        "text")
                .when(number(query), "r.rule_type = :type", "type")
                .when(query.policy() == null ? null : query.policy().number(), "r.policy = :policy", "policy")
                .when(query.scope() == null ? null : query.scope().name(), "r.scope_kind = :kind", "kind")
                .when(query.tag(), "(r.scope_kind = 'TAG' and r.scope_id = :tag)", "tag")
                .when(query.device(), "(r.scope_kind = 'DEVICE' and r.scope_id = :device)", "device")
                .when(query.expiring(), "(r.expires_at is not null) = :expiring", "expiring");
        String direction = order.descending() ? "desc" : "asc";
        return Sql.of(RuleRows.SHOWN)
                .append((after == null ? conditions : conditions.and(after(order, after))).where())
                .append("order by " + order.column() + " " + direction + ", r.id " + direction);
    }

    private static @Nullable Integer number(RuleQuery query) {
        return query.ruleType() == null ? null : query.ruleType().number();
    }

    private static Sql after(Order order, Cursor cursor) {
        Object value = order.time() ? cursor.time(0) : cursor.text(0);
        return Sql.of(
                        "(" + order.column() + ", r.id) " + (order.descending() ? "<" : ">") + " (:afterKey, :afterId)",
                        "afterKey",
                        value)
                .with("afterId", cursor.id(1));
    }

    private static Order order(String sort) {
        Order order = ORDERS.get(sort);
        if (order == null) {
            throw CommonProblem.INVALID.because(
                    "sort must be one of " + ORDERS.keySet().stream().sorted().toList());
        }
        return order;
    }
}
