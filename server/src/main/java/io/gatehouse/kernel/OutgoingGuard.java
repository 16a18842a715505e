package io.gatehouse.kernel;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.springframework.stereotype.Component;

/**
 * The one door through which the server connects to others: only to networks that the installation names. A range that
 * spans the internet does not open what lies inside: loopback, link-local, private and other special addresses are
 * reached only when a range within theirs is named. The address that is connected to is what is checked, so that
 * neither its spelling nor a name that changes its mind matters.
 */
@Component
public final class OutgoingGuard {

    /** IANA's special-purpose registries; the IPv6 ranges that carry an IPv4 address within are among them. */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/64",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "2001::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Network::parse)
            .toList();

    private final List<Network> named;

    OutgoingGuard(OutgoingSettings settings) {
        this.named = settings.ranges();
    }

    /** Whether the server may connect there. */
    public boolean allows(InetAddress address) {
        List<Network> special =
                SPECIAL.stream().filter(range -> range.contains(address)).toList();
        return named.stream()
                .filter(range -> range.contains(address))
                .anyMatch(range -> special.stream().allMatch(narrow -> narrow.contains(range)));
    }

    /** Makes sockets that connect to nowhere else; a refusal is an {@link OutgoingRefusal}. */
    public SocketFactory sockets() {
        return new GuardedSockets(this);
    }

    void check(InetAddress address) throws OutgoingRefusal {
        if (!allows(address)) {
            throw new OutgoingRefusal(address);
        }
    }
}
