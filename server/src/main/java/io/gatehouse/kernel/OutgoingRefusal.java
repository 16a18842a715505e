package io.gatehouse.kernel;

import java.net.InetAddress;
import java.net.SocketException;

/** A connection to a network that the installation does not name. */
public final class OutgoingRefusal extends SocketException {

    private static final long serialVersionUID = 1L;

    OutgoingRefusal(InetAddress address) {
        super(address.getHostAddress() + " is in no range that gatehouse.outgoing.networks names");
    }
}
