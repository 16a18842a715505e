package io.gatehouse.notifications.deliveries;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came back from a destination. */
sealed interface Reply {

    /** It took the message. */
    record Accepted(int status) implements Reply {}

    /** It wants to be left alone for so long. */
    record Limited(int status, Duration pause) implements Reply {}

    /** It wants no messages any more. */
    record Gone(int status) implements Reply {}

    /** It did not take the message; the status is absent when there was no answer. */
    record Failed(@Nullable Integer status, String problem) implements Reply {}

    /** It was not asked, because this server calls too many others. */
    record Busy() implements Reply {}
}
