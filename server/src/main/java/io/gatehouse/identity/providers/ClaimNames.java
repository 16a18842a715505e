package io.gatehouse.identity.providers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Under which names a provider says what of a person; empty: it says nothing of that, or it shall not be taken over.
 *
 * @param manager claim with the e-mail address of whom the person reports to
 */
public record ClaimNames(
        @NotNull @Size(min = 1, max = 200) String email,
        @NotNull @Size(max = 200) String displayName,
        @NotNull @Size(max = 200) String department,
        @NotNull @Size(max = 200) String title,
        @NotNull @Size(max = 200) String costCenter,
        @NotNull @Size(max = 200) String manager) {

    /** What is usual: nothing but who the person is. */
    public static ClaimNames of(String email, String displayName) {
        return new ClaimNames(email, displayName, "", "", "", "");
    }
}
