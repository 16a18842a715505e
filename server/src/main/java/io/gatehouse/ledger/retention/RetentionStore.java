package io.gatehouse.ledger.retention;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.ledger.RetentionClass;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code ledger.retention}, and the functions by which entries are dropped. */
@Repository
final class RetentionStore {

    private final JdbcClient jdbc;

    RetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A class in a month whose time is over. */
    record Due(RetentionClass name, YearMonth month) {}

    /** Lets nobody else of the organization forget anything, or place or release a hold, until the transaction ends. */
    void lock() {
        jdbc.sql("select from ledger.lock_forgetting()").query((_, _) -> true).single();
    }

    Map<RetentionClass, KeptClass> classes(OrganizationScope scope) {
        Map<RetentionClass, KeptClass> classes = new EnumMap<>(RetentionClass.class);
        jdbc.sql("""
                        select c.name, r.months, e.amount, e.oldest
                        from unnest(:names::text[]) as c(name)
                        left join ledger.retention r on r.organization_id = :organization and r.retention_class = c.name
                        cross join lateral (select count(*) as amount, min(recorded_at) as oldest from ledger.entry
                            where organization_id = :organization and retention_class = c.name) e
                        """)
                .param("organization", scope.organization().value())
                .param("names", names())
                .query((row, _) -> KeptClass.of(
                        RetentionClass.valueOf(row.getString("name")),
                        row.getObject("months", Integer.class),
                        row.getLong("amount"),
                        Rows.instantOrNull(row, "oldest")))
                .list()
                .forEach(each -> classes.put(each.name(), each));
        return classes;
    }

    Optional<Integer> months(OrganizationScope scope, RetentionClass name) {
        return jdbc.sql("""
                        select months from ledger.retention
                        where organization_id = :organization and retention_class = :name
                        """)
                .param("organization", scope.organization().value())
                .param("name", name.name())
                .query(Integer.class)
                .optional();
    }

    void keep(OrganizationScope scope, RetentionClass name, @Nullable Integer months) {
        if (months == null) {
            keepForEver(scope, name);
            return;
        }
        jdbc.sql("""
                        insert into ledger.retention (organization_id, retention_class, months)
                        values (:organization, :name, :months)
                        on conflict (organization_id, retention_class) do update set months = excluded.months
                        """)
                .param("organization", scope.organization().value())
                .param("name", name.name())
                .param("months", months)
                .update();
    }

    private void keepForEver(OrganizationScope scope, RetentionClass name) {
        jdbc.sql("delete from ledger.retention where organization_id = :organization and retention_class = :name")
                .param("organization", scope.organization().value())
                .param("name", name.name())
                .update();
    }

    /** The months of each class that are past its time and that no hold keeps, by the database's clock. */
    List<Due> due(OrganizationScope scope) {
        return jdbc.sql("""
                        with over as materialized (
                            select distinct r.retention_class,
                                date_trunc('month', e.recorded_at at time zone 'UTC')::date as month
                            from ledger.retention r
                            join ledger.entry e on e.organization_id = r.organization_id
                                and e.retention_class = r.retention_class
                                and e.recorded_at < date_trunc('month', now() at time zone 'UTC'
                                    - make_interval(months => r.months)) at time zone 'UTC'
                            where r.organization_id = :organization
                        )
                        select retention_class, to_char(month, 'YYYY-MM') as month from over
                        where not exists (select from ledger.holds_on_month(retention_class, month))
                        order by 2, 1
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> new Due(
                        RetentionClass.valueOf(row.getString("retention_class")),
                        YearMonth.parse(row.getString("month"))))
                .list();
    }

    /** Where the tree has the class's entries of that month, ascending; empty for what it does not have yet. */
    List<Optional<Long>> indexes(OrganizationScope scope, Due due) {
        return jdbc.sql("""
                        select l.index from ledger.entry e
                        left join ledger.leaf l on l.organization_id = e.organization_id and l.entry_id = e.id
                        where e.organization_id = :organization and e.retention_class = :name
                          and e.recorded_at >= :month::timestamp at time zone 'UTC'
                          and e.recorded_at < (:month::timestamp + interval '1 month') at time zone 'UTC'
                        order by l.index nulls first
                        """)
                .param("organization", scope.organization().value())
                .param("name", due.name().name())
                .param("month", due.month().atDay(1))
                .query((row, _) -> Optional.ofNullable(row.getObject("index", Long.class)))
                .list();
    }

    /** Drops, once the orders are in the book. */
    void drop(Due due) {
        jdbc.sql("select ledger.drop_month(:name, :month)")
                .param("name", due.name().name())
                .param("month", due.month().atDay(1))
                .query(Long.class)
                .single();
    }

    /** Makes the partitions of the months to come. */
    void makeMonths() {
        jdbc.sql("select from ledger.make_months()").query((_, _) -> true).single();
    }

    /** Drops partitions that no organization needs any more. */
    List<String> dropEmptyMonths() {
        return jdbc.sql("select * from ledger.drop_empty_months()")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String[] names() {
        return Arrays.stream(RetentionClass.values()).map(RetentionClass::name).toArray(String[]::new);
    }
}
