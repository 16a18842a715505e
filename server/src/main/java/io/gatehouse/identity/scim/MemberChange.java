package io.gatehouse.identity.scim;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What a directory changes of a group's members, as it says it: never the members themselves, which may be very many.
 *
 * @param others whether those stay who are not named
 */
record MemberChange(Others others, Set<UUID> added, Set<UUID> removed) {

    static final MemberChange NONE = new MemberChange(Others.STAY, Set.of(), Set.of());

    enum Others {
        STAY,
        GO
    }

    /** Exactly these shall be members. */
    static MemberChange exactly(Collection<UUID> members) {
        return new MemberChange(Others.GO, new LinkedHashSet<>(members), Set.of());
    }

    MemberChange add(Collection<UUID> members) {
        return new MemberChange(others, with(added, members), without(removed, members));
    }

    MemberChange remove(Collection<UUID> members) {
        return new MemberChange(others, without(added, members), with(removed, members));
    }

    private static Set<UUID> with(Set<UUID> some, Collection<UUID> more) {
        Set<UUID> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Set<UUID> without(Set<UUID> all, Collection<UUID> some) {
        Set<UUID> rest = new LinkedHashSet<>(all);
        some.forEach(rest::remove);
        return rest;
    }
}
