package io.gatehouse.santa.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Signals;
import io.gatehouse.testing.Listening;
import io.gatehouse.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Open consoles are told of events. */
@ServerTest
final class EventLiveIT {

    private static final String FILE = Uploads.sha256("a file");
    private static final double TIME = 1_780_000_000.25;

    private final Signals signals;
    private final OneMac mac;

    @Autowired
    EventLiveIT(OneMac.Maker macs, Signals signals) {
        this.signals = signals;
        this.mac = macs.fresh();
    }

    @Test
    void openConsolesSeeWhatArrives() {
        String path = "/api/organizations/{o}/live";
        try (Listening console = new Listening(mac.admin().stream(path));
                Listening endUser = new Listening(mac.organization().as(Role.END_USER).stream(path))) {
            assertThat(console.await(line -> line.equals(": open"))).isNotNull();
            assertThat(endUser.await(line -> line.equals(": open"))).isNotNull();
            mac.upload(Uploads.execution(FILE, TIME, "BLOCK_UNKNOWN", 1));
            assertThat(console.await(line -> line.equals("event: event"))).isNotNull();
            assertThat(console.await(line -> line.startsWith("data:"))).contains(FILE, "\"more\":0");
            signals.announce(mac.organization().id(), Signals.Topic.REQUEST, 1);
            assertThat(endUser.await(line -> line.startsWith("event:"))).isEqualTo("event: request");
        }
    }
}
