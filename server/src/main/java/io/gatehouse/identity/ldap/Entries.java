package io.gatehouse.identity.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a search finds, up to a bound: a directory that sends more, asked for or not, is not listened to any longer. */
final class Entries<T> implements SearchResultListener {

    private static final long serialVersionUID = 1L;

    private final int most;
    private final transient Function<SearchResultEntry, T> kept;
    private final transient List<T> found = new ArrayList<>();
    private int references;

    private Entries(int most, Function<SearchResultEntry, T> kept) {
        this.most = most;
        this.kept = kept;
    }

    /** There are more than anybody wants to know of. */
    static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Searches below a name.
     *
     * @param kept what is kept of an entry
     * @throws TooMany when there are more; the connection is closed then
     */
    static <T> List<T> find(
            LDAPConnection connection,
            String base,
            Filter filter,
            int most,
            Function<SearchResultEntry, T> kept,
            String... attributes)
            throws LDAPException {
        Entries<T> entries = new Entries<>(most, kept);
        try {
            SearchRequest request = new SearchRequest(entries, base, SearchScope.SUB, filter, attributes);
            request.setSizeLimit(most + 1);
            connection.search(request);
            return entries.found;
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                throw new TooMany();
            }
            throw e;
        } catch (TooMany e) {
            connection.closeWithoutUnbind();
            throw e;
        }
    }

    @Override
    public void searchEntryReturned(SearchResultEntry entry) {
        if (found.size() == most) {
            throw new TooMany();
        }
        found.add(kept.apply(entry));
    }

    @Override
    public void searchReferenceReturned(SearchResultReference reference) {
        if (++references > most) {
            throw new TooMany();
        }
    }
}
