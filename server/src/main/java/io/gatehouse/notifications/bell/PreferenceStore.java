package io.gatehouse.notifications.bell;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.notifications.Notification.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.preference}. */
@Repository
final class PreferenceStore {

    private final JdbcClient jdbc;

    PreferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those of the people who have chosen. */
    Map<PersonId, Preference> of(OrganizationScope scope, Collection<PersonId> people) {
        Map<PersonId, Preference> found = new HashMap<>();
        jdbc.sql("""
                        select * from notifications.preference
                        where organization_id = :organization and person_id = any(:people)
                        """)
                .param("organization", scope.organization().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(new PersonId(row.getObject("person_id", UUID.class)), preference(row));
                });
        return found;
    }

    void save(OrganizationScope scope, PersonId person, Preference wanted) {
        jdbc.sql("""
                        insert into notifications.preference (organization_id, person_id, muted, mailed, pace, quiet_from,
                            quiet_until, time_zone)
                        values (:organization, :person, :muted, :mailed, :pace, :from, :until, :zone)
                        on conflict (organization_id, person_id) do update set muted = excluded.muted,
                            mailed = excluded.mailed, pace = excluded.pace, quiet_from = excluded.quiet_from,
                            quiet_until = excluded.quiet_until, time_zone = excluded.time_zone
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("muted", names(wanted.muted()))
                .param("mailed", names(wanted.mailed()))
                .param("pace", wanted.pace().name())
                .param("from", wanted.quietFrom())
                .param("until", wanted.quietUntil())
                .param("zone", wanted.timeZone())
                .update();
    }

    private static String[] names(Set<Kind> kinds) {
        return kinds.stream().map(Kind::name).sorted().toArray(String[]::new);
    }

    private static Preference preference(ResultSet row) throws SQLException {
        return new Preference(
                kinds(row, "muted"),
                kinds(row, "mailed"),
                Preference.Pace.valueOf(row.getString("pace")),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_until", LocalTime.class),
                row.getString("time_zone"));
    }

    private static Set<Kind> kinds(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Kind::valueOf)
                .collect(Collectors.toSet());
    }
}
