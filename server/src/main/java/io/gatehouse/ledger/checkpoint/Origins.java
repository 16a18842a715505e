package io.gatehouse.ledger.checkpoint;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PublicAddress;
import java.net.URI;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What logs are called: by the public address at the time they are made, and so for ever. */
@Component
public final class Origins {

    /** The log of logs is kept as if it were of an organization with this id, which none has. */
    public static final OrganizationId LOG_OF_LOGS = new OrganizationId(new UUID(0, 0));

    /** Signatures say the origin in at most 255 bytes. */
    private static final int LONGEST_HOST = 200;

    private final String installation;

    Origins(PublicAddress address) {
        URI uri = address.publicAddress();
        String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        if (host.length() > LONGEST_HOST) {
            throw new IllegalArgumentException("gatehouse.public-address must have a host of at most " + LONGEST_HOST
                    + " characters, since the ledger's logs are called by it");
        }
        this.installation = host + "/ledger";
    }

    /** Of an organization's log, or of the log of logs. */
    public String of(OrganizationId organization) {
        return organization.equals(LOG_OF_LOGS) ? installation : installation + "/" + organization;
    }
}
