package io.gatehouse.kernel;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A kind of failure that a caller is told about, RFC 9457. One enum for each module implements it. */
public interface Problem {

    /** Name of the constant. */
    String name();

    /** Stable short name, the last part of the problem's {@code type}; kebab-case. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** HTTP status of the answer. */
    HttpStatus status();

    /** Short sentence that is the same for every occurrence. */
    String title();

    /** A failure of this kind; the detail names the thing and the allowed form, never a secret. */
    default ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }
}
