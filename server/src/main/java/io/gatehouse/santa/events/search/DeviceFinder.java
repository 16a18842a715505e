package io.gatehouse.santa.events.search;

import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which devices a filter of events speaks of. */
@Component
final class DeviceFinder {

    /** With more devices than this, reading events newest first finds a page sooner than asking for each. */
    static final int MOST = 500;

    private static final int UUID_LENGTH = 36;

    private final JdbcClient jdbc;
    private final People people;

    DeviceFinder(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /**
     * Devices of a person.
     *
     * @param all that may have an event of the person
     * @param owned those on which every event counts as the person's
     */
    record Devices(List<UUID> all, List<UUID> owned) {}

    /** Devices of the person: those owned, and those on which the name ran something. */
    Devices of(OrganizationScope scope, String person) {
        List<UUID> owned = owner(scope, person).map(id -> owned(scope, id)).orElse(List.of());
        Set<UUID> all = new LinkedHashSet<>(owned);
        all.addAll(used(scope, person));
        return new Devices(new ArrayList<>(all), owned);
    }

    private Optional<UUID> owner(OrganizationScope scope, String person) {
        UUID id = id(person);
        return id != null
                ? Optional.of(id)
                : people.memberByEmail(scope, person).map(PersonRef::id).map(found -> found.value());
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.length() == UUID_LENGTH ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<UUID> owned(OrganizationScope scope, UUID owner) {
        return jdbc.sql("select id from santa.device where organization_id = ? and owner_id = ? limit " + (MOST + 1))
                .params(scope.organization().value(), owner)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<UUID> used(OrganizationScope scope, String name) {
        return jdbc.sql("""
                        select device_id from santa.device_user where organization_id = ? and name = ?
                        """ + " limit " + (MOST + 1))
                .params(scope.organization().value(), name)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
