package io.gatehouse.identity.engagements;

import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.engagement}. */
@Repository
final class EngagementStore {

    static final Sql SELECT = Sql.of("""
            select e.*, c.name as customer_name, p.display_name, p.email,
                g.display_name as giver_name, g.email as giver_email, x.display_name as ender_name, x.email as ender_email
            from identity.engagement e
            join kernel.organization c on c.id = e.organization_id
            join identity.person p on p.id = e.person_id
            left join identity.person g on g.id = e.given_by
            left join identity.person x on x.id = e.ended_by
            """);

    private final JdbcClient jdbc;

    EngagementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets only one change of a provider's engagements happen at a time. */
    void lock(OrganizationId provider) {
        jdbc.sql("select id from kernel.organization where id = :provider for no key update")
                .param("provider", provider.value())
                .query(UUID.class)
                .single();
    }

    /** Of these organizations, those that the provider serves, with their names. */
    Map<OrganizationId, String> customers(OrganizationId provider, Collection<OrganizationId> among) {
        return jdbc
                .sql("select id, name from kernel.organization where parent_id = :provider and id = any(:among)")
                .param("provider", provider.value())
                .param("among", ids(among))
                .query((row, _) ->
                        Map.entry(new OrganizationId(row.getObject("id", UUID.class)), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Engagements in force of some people with some customers. */
    List<Engagement> open(OrganizationId provider, Collection<PersonId> people, Collection<OrganizationId> customers) {
        return SELECT.append("where e.provider_id = :provider and e.person_id = any(:people)")
                .append("and e.organization_id = any(:customers) and e.ended_at is null")
                .with("provider", provider.value())
                .with("people", people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .with("customers", ids(customers))
                .on(jdbc)
                .query(EngagementStore::engagement)
                .list();
    }

    /** All engagements in force of one person of the provider. */
    List<Engagement> open(OrganizationId provider, PersonId person) {
        return SELECT.append("where e.provider_id = :provider and e.person_id = :person and e.ended_at is null")
                .append("order by c.name, c.id")
                .with("provider", provider.value())
                .with("person", person.value())
                .on(jdbc)
                .query(EngagementStore::engagement)
                .list();
    }

    Optional<Engagement> find(OrganizationId customer, UUID id) {
        return SELECT.append("where e.organization_id = :customer and e.id = :id")
                .with("customer", customer.value())
                .with("id", id)
                .on(jdbc)
                .query(EngagementStore::engagement)
                .optional();
    }

    /** What is in force of a person with a customer. */
    Optional<Engagement> openOf(OrganizationId customer, PersonId person) {
        return SELECT.append("where e.organization_id = :customer and e.person_id = :person and e.ended_at is null")
                .with("customer", customer.value())
                .with("person", person.value())
                .on(jdbc)
                .query(EngagementStore::engagement)
                .optional();
    }

    /** Those whose time is over; of one provider, or of all for null. */
    List<Engagement> due(@Nullable OrganizationId provider, Instant now, int most) {
        return SELECT.append(Sql.conditions()
                        .and(Sql.of("e.ended_at is null and e.expires_at <= :now", "now", at(now)))
                        .when(provider == null ? null : provider.value(), "e.provider_id = :provider", "provider")
                        .where())
                .append(Sql.of("order by e.expires_at limit :most", "most", most))
                .on(jdbc)
                .query(EngagementStore::engagement)
                .list();
    }

    void insert(Engagement engagement) {
        jdbc.sql("""
                        insert into identity.engagement (organization_id, id, provider_id, person_id, level, reason,
                            given_by, starts_at, expires_at, former_id)
                        values (:customer, :id, :provider, :person, :level, :reason, :by, :starts, :expires, :former)
                        """)
                .param("customer", engagement.customerId().value())
                .param("id", engagement.id())
                .param("provider", engagement.providerId().value())
                .param("person", engagement.person().id().value())
                .param("level", engagement.level().name())
                .param("reason", engagement.reason())
                .param(
                        "by",
                        engagement.givenBy() == null
                                ? null
                                : engagement.givenBy().id().value())
                .param("starts", at(engagement.startsAt()))
                .param("expires", engagement.expiresAt() == null ? null : at(engagement.expiresAt()))
                .param("former", engagement.formerId())
                .update();
    }

    /** Whether it was in force until now. */
    boolean end(Engagement engagement, Instant at, EndCause cause, @Nullable UUID by, @Nullable String reason) {
        return jdbc.sql("""
                        update identity.engagement
                        set ended_at = :at, end_cause = :cause, ended_by = :by, end_reason = :reason
                        where organization_id = :customer and id = :id and ended_at is null
                        """)
                        .param("at", at(at))
                        .param("cause", cause.name())
                        .param("by", by)
                        .param("reason", reason)
                        .param("customer", engagement.customerId().value())
                        .param("id", engagement.id())
                        .update()
                == 1;
    }

    static UUID[] ids(Collection<OrganizationId> organizations) {
        return organizations.stream().map(OrganizationId::value).distinct().toArray(UUID[]::new);
    }

    static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static Engagement engagement(ResultSet row, int number) throws SQLException {
        Instant ended = Rows.instantOrNull(row, "ended_at");
        return new Engagement(
                row.getObject("id", UUID.class),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getString("customer_name"),
                new OrganizationId(row.getObject("provider_id", UUID.class)),
                new PersonRef(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("display_name"),
                        row.getString("email")),
                EngagementLevel.valueOf(row.getString("level")),
                row.getString("reason"),
                person(row, "given_by", "giver"),
                Rows.instant(row, "starts_at"),
                Rows.instantOrNull(row, "expires_at"),
                row.getObject("former_id", UUID.class),
                ended == null
                        ? null
                        : new Engagement.End(
                                ended,
                                EndCause.valueOf(row.getString("end_cause")),
                                person(row, "ended_by", "ender"),
                                row.getString("end_reason")));
    }

    private static @Nullable PersonRef person(ResultSet row, String id, String prefix) throws SQLException {
        String name = row.getString(prefix + "_name");
        return name == null
                ? null
                : new PersonRef(new PersonId(row.getObject(id, UUID.class)), name, row.getString(prefix + "_email"));
    }
}
