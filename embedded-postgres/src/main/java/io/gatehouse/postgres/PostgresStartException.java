package io.gatehouse.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL could not be started or prepared; the message says where to look. */
public final class PostgresStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
