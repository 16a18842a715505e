package io.gatehouse.identity.organizations;

import io.gatehouse.identity.Organization;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which organizations of a list are wanted.
 *
 * @param text part of the name or of the slug
 * @param cursor where the page before ended
 * @param limit size of the page, {@link Page#DEFAULT_LIMIT} when absent
 */
public record OrganizationQuery(
        @Nullable String text,
        @Nullable String cursor,
        @Nullable Integer limit) {

    interface Rows {
        List<Organization> read(@Nullable String text, @Nullable Cursor after, int limit);
    }

    Page<Organization> page(Rows rows) {
        int size = Page.limit(limit);
        return Page.of(
                rows.read(text, Cursor.decode(cursor, 2), size + 1), size, last -> Cursor.of(last.name(), last.id()));
    }
}
