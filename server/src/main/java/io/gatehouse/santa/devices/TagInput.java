package io.gatehouse.santa.devices;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tag as a person writes it.
 *
 * @param name 1 to 80 characters
 * @param description at most 500 characters
 * @param color {@code #rrggbb}
 */
record TagInput(
        @Nullable String name,
        @Nullable String description,
        @Nullable String color) {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 500;

    /**
     * The input without blanks around it.
     *
     * @throws ProblemException 422 with all that is wrong
     */
    Checked checked() {
        Checked checked = new Checked(text(name), text(description), text(color).toLowerCase(Locale.ROOT));
        List<FieldError> errors = new ArrayList<>();
        if (!Texts.isLine(checked.name(), 1, LONGEST_NAME)) {
            errors.add(new FieldError("name", "must have 1 to " + LONGEST_NAME + " printable characters"));
        }
        if (!Texts.isLine(checked.description(), 0, LONGEST_DESCRIPTION)) {
            errors.add(new FieldError(
                    "description", "must have at most " + LONGEST_DESCRIPTION + " printable characters"));
        }
        if (!COLOR.matcher(checked.color()).matches()) {
            errors.add(new FieldError("color", "must be # and six hexadecimal digits"));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID, "The tag is not valid", errors);
        }
        return checked;
    }

    /** What may be kept. */
    record Checked(String name, String description, String color) {}

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
