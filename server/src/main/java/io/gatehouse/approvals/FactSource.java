package io.gatehouse.approvals;

import io.gatehouse.kernel.OrganizationScope;
import java.util.List;
import java.util.Map;

/** Tells what is known of a door's requests, so that policies can route them. A door implements it for its kind. */
public interface FactSource {

    /** The kind of request, as in {@link Executor#kind()}. */
    String kind();

    /** All facts that it tells, always the same ones. */
    List<Fact> facts();

    /** The value of each: a {@code String}, a {@code List<String>}, a {@code Long} or a {@code Boolean} by its type. */
    Map<String, Object> of(OrganizationScope scope, NewRequest request);
}
