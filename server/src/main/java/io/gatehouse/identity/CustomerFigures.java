package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of a customer for those whom its provider engages there; implemented by the modules that keep them. */
public interface CustomerFigures {

    /** The figures that this module keeps, in the caller's open transaction of the customer. */
    Map<Figure, Long> of(OrganizationScope customer);

    /** What is counted. */
    enum Figure {
        /** Macs that are not retired. */
        DEVICES(null),
        /** Macs that are not retired and not healthy. */
        UNHEALTHY_DEVICES(Permission.DEVICE_READ),
        /** Requests that wait for a decision. */
        OPEN_REQUESTS(null),
        /** Executions that were stopped within the last day. */
        BLOCKS_OF_LAST_DAY(Permission.EVENT_READ);

        private final @Nullable Permission permission;

        Figure(@Nullable Permission permission) {
            this.permission = permission;
        }

        /** What one must be allowed at the customer to see it; null for a figure of the service, which all may see. */
        public @Nullable Permission permission() {
            return permission;
        }
    }
}
