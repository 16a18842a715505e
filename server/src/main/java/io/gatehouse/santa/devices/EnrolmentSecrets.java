package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells whether somebody holds a secret of an enrolment. */
public interface EnrolmentSecrets {

    /**
     * The enrolment that the secret belongs to.
     *
     * @throws io.gatehouse.kernel.ProblemException 404 without such an enrolment, 409 when it was revoked, 422 when the
     *     secret is not one of its own in force
     */
    Holder verify(OrganizationScope scope, UUID enrolment, @Nullable String secret);

    /** The address that Macs with this secret sync with. */
    String syncBaseUrl(String secret);

    /**
     * An enrolment whose secret was shown.
     *
     * @param tags that its devices are given
     */
    record Holder(String name, List<UUID> tags) {}
}
