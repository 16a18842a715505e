package io.gatehouse.identity.scim;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import tools.jackson.core.JacksonException;

/** Reads filters and paths with the library, which stumbles over some that no directory sends. */
final class Grammar {

    private Grammar() {}

    static Filter filter(String text) {
        try {
            return Filter.fromString(text);
        } catch (ScimException e) {
            throw ScimRefusal.of(e);
        } catch (ClassCastException | IllegalArgumentException | JacksonException e) {
            throw ScimRefusal.invalidFilter("The filter cannot be read");
        }
    }

    static Path path(String text) {
        try {
            return Path.fromString(text);
        } catch (ScimException e) {
            throw ScimRefusal.of(e);
        } catch (ClassCastException | IllegalArgumentException | JacksonException e) {
            throw ScimRefusal.invalidPath("The path cannot be read");
        }
    }
}
