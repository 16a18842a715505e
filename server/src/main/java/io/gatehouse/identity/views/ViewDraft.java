package io.gatehouse.identity.views;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A view to be saved. A path of the console's own and a query are all that it can hold: nothing that leads elsewhere.
 *
 * @param list path of the list's page below the organization
 * @param query what the page's address says beside the path
 * @param preferred whether the list opens so
 */
record ViewDraft(
        @NotNull
        @Size(max = 60)
        @Pattern(regexp = "[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*){0,2}", message = "must be a list's path such as devices")
        String list,

        @NotNull
        @Size(min = 1, max = 60)
        @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*", message = "must be a name in one line")
        String name,

        @NotNull
        @Size(max = 2000)
        @Pattern(regexp = "[A-Za-z0-9%._~+&=*-]*", message = "must be a query as in an address, without ? and #")
        String query,

        boolean preferred) {}
