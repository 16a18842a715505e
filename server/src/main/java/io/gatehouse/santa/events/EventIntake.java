package io.gatehouse.santa.events;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.durable.BusyException;
import io.gatehouse.santa.protocol.message.EventUploadRequest;
import io.gatehouse.santa.protocol.message.EventUploadResponse;
import java.util.UUID;

/** Takes in what a Mac uploads. */
public interface EventIntake {

    /**
     * Stores everything in the request and returns once it is durable. Repeating a request, whole or in part, also at the
     * same time, changes nothing: clients deliver at least once.
     *
     * <p>Nothing in an event makes the call fail: names that this version does not know are kept as text, texts are cut to a
     * bounded length and freed of control characters, and a time that cannot be true is moved to one that can be stored,
     * the claimed one being kept beside it. An event whose file has no SHA-256 cannot be told from others and is left out.
     *
     * @param organization of the device
     * @param device id of the device, as enrolled
     * @return the bundles of which the device shall send the members
     * @throws BusyException when too much is waiting already or the database does not answer; nothing of the request is
     *     acknowledged and the client shall come again (HTTP 503)
     */
    EventUploadResponse accept(OrganizationId organization, UUID device, EventUploadRequest request);
}
