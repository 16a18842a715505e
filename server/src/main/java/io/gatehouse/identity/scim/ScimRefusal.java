package io.gatehouse.identity.scim;

import com.unboundid.scim2.common.exceptions.ScimException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Refuses a directory's request in the terms of RFC 7644, section 3.12. */
final class ScimRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final @Nullable String type;

    private ScimRefusal(HttpStatus status, @Nullable String type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    /** A value is missing or not of the allowed form. */
    static ScimRefusal invalidValue(String detail) {
        return new ScimRefusal(HttpStatus.BAD_REQUEST, "invalidValue", detail);
    }

    static ScimRefusal invalidSyntax(String detail) {
        return new ScimRefusal(HttpStatus.BAD_REQUEST, "invalidSyntax", detail);
    }

    static ScimRefusal invalidFilter(String detail) {
        return new ScimRefusal(HttpStatus.BAD_REQUEST, "invalidFilter", detail);
    }

    static ScimRefusal invalidPath(String detail) {
        return new ScimRefusal(HttpStatus.BAD_REQUEST, "invalidPath", detail);
    }

    static ScimRefusal tooMany(String detail) {
        return new ScimRefusal(HttpStatus.BAD_REQUEST, "tooMany", detail);
    }

    /** Something else has that name or id already. */
    static ScimRefusal uniqueness(String detail) {
        return new ScimRefusal(HttpStatus.CONFLICT, "uniqueness", detail);
    }

    /** A directory may not change this. */
    static ScimRefusal mutability(String detail) {
        return new ScimRefusal(HttpStatus.CONFLICT, "mutability", detail);
    }

    static ScimRefusal notFound(String kind) {
        return new ScimRefusal(HttpStatus.NOT_FOUND, null, "There is no such " + kind + " in the organization");
    }

    /** It was changed since the caller read it. */
    static ScimRefusal stale() {
        return new ScimRefusal(HttpStatus.PRECONDITION_FAILED, null, "It was changed meanwhile: read it again");
    }

    /** What it needs is being changed for too long. */
    static ScimRefusal locked() {
        return new ScimRefusal(
                HttpStatus.SERVICE_UNAVAILABLE, null, "Other changes of the organization take long: try again later");
    }

    /** Requests that change something come one after the other. */
    static ScimRefusal tooManyAtOnce(int most) {
        return new ScimRefusal(
                HttpStatus.TOO_MANY_REQUESTS, null, "At most " + most + " changes at a time: try again later");
    }

    /** What the library found wrong. */
    static ScimRefusal of(ScimException e) {
        return new ScimRefusal(
                HttpStatus.valueOf(e.getScimError().getStatus()),
                e.getScimError().getScimType(),
                String.valueOf(e.getMessage()));
    }

    HttpStatus status() {
        return status;
    }

    @Nullable
    String type() {
        return type;
    }
}
