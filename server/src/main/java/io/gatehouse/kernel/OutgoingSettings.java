package io.gatehouse.kernel;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server may connect to.
 *
 * @param networks ranges such as {@code 10.0.0.0/8}; empty: nowhere
 */
@ConfigurationProperties("gatehouse.outgoing")
record OutgoingSettings(@DefaultValue List<String> networks) {

    OutgoingSettings {
        networks = List.copyOf(networks);
        for (String network : networks) {
            try {
                Network.parse(network);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "gatehouse.outgoing.networks must be ranges such as 10.0.0.0/8: " + e.getMessage());
            }
        }
    }

    List<Network> ranges() {
        return networks.stream().map(Network::parse).toList();
    }
}
