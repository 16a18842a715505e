package io.gatehouse.santa.configuration;

import io.gatehouse.kernel.OrganizationId;
import java.util.List;
import java.util.UUID;

/** Tells which settings a device is to have. Made for each preflight: normally answered from memory. */
public interface EffectiveConfigurations {

    /**
     * The complete settings of a device: for each setting the device's own, else that of its tag with the lowest
     * position, else the organization's, else the default. A change made through this node shows at once after its
     * commit, one made through another node within {@link #LONGEST_DELAY_SECONDS}.
     *
     * @param tagIds the tags of the device in any order; unknown ones count for nothing
     */
    Effective effective(OrganizationId organization, UUID deviceId, List<UUID> tagIds);

    /** Seconds until a change made through another node is seen at the latest. */
    int LONGEST_DELAY_SECONDS = 5;
}
