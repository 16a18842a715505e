package io.gatehouse.identity.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The groups that somebody belongs to, also by way of other groups.
 *
 * @param names whole names, which only one group has
 */
record Groups(List<String> names) {

    private static final int DEEPEST = 10;
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 1_000;

    static Groups of(LDAPConnection service, LdapSettings settings, SearchResultEntry person) {
        Map<String, String> known = new LinkedHashMap<>();
        Collection<String> level = Set.of(person.getDN());
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            List<String> next = new ArrayList<>();
            for (String name : having(service, settings, level)) {
                if (known.putIfAbsent(normalized(name), name) == null) {
                    next.add(name);
                }
            }
            if (known.size() > MOST) {
                throw tooMany(settings);
            }
            level = next;
        }
        return new Groups(List.copyOf(known.values()));
    }

    /** The groups' first parts, such as {@code admins}: easier to read, and not unique across the directory. */
    List<String> shortNames() {
        return names.stream().map(Groups::shortName).distinct().toList();
    }

    /** One search for each level; circles end because every group is followed once. */
    private static List<String> having(LDAPConnection service, LdapSettings settings, Collection<String> members) {
        Filter filter = Filter.createORFilter(members.stream()
                .flatMap(member -> Stream.of(
                        Filter.createEqualityFilter("member", member),
                        Filter.createEqualityFilter("uniqueMember", member)))
                .toList());
        try {
            return Entries.find(service, settings.groupBaseDn(), filter, MOST, Groups::name, "1.1");
        } catch (Entries.TooMany e) {
            throw tooMany(settings);
        } catch (LDAPException e) {
            throw new SignInRefusal(
                    Directory.reason(e),
                    "Groups below " + settings.groupBaseDn() + " cannot be searched: " + e.getMessage());
        }
    }

    private static String name(SearchResultEntry group) {
        if (group.getDN().length() > LONGEST_NAME) {
            throw new Entries.TooMany();
        }
        return group.getDN();
    }

    private static SignInRefusal tooMany(LdapSettings settings) {
        return new SignInRefusal(
                Reason.GROUPS_LEFT_OUT,
                "Somebody belongs to more than " + MOST + " groups below " + settings.groupBaseDn()
                        + ", or to one with a name of more than " + LONGEST_NAME
                        + " characters: narrow where groups are looked for");
    }

    static String normalized(String name) {
        try {
            return DN.normalize(name);
        } catch (LDAPException e) {
            return name;
        }
    }

    private static String shortName(String name) {
        try {
            RDN first = new DN(name).getRDN();
            return first == null ? name : first.getAttributeValues()[0];
        } catch (LDAPException e) {
            return name;
        }
    }
}
