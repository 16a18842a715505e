package io.gatehouse.testkit.fleet.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.testkit.fleet.net.FaultyNetwork.Plan;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultyNetworkTest {
    private final List<String> served = new ArrayList<>();

    private FaultyNetwork network(Plan plan, long seed) {
        return new FaultyNetwork(
                call -> {
                    served.add(call.uri().getPath());
                    return new Answer(200, Map.of(), new byte[0]);
                },
                plan,
                seed);
    }

    private static Call call(int number) {
        return new Call(URI.create("http://localhost/" + number), Map.of(), new byte[0], Duration.ofSeconds(1));
    }

    @Test
    void lostRequestNeverArrivesAndLostAnswerDid() {
        assertThatThrownBy(() -> network(new Plan(100, 0, 0, 0), 1).send(call(1)))
                .isInstanceOf(IOException.class);
        assertThat(served).isEmpty();
        assertThatThrownBy(() -> network(new Plan(0, 100, 0, 0), 1).send(call(1)))
                .isInstanceOf(IOException.class);
        assertThat(served).containsExactly("/1");
    }

    @Test
    void repeatedArrivesTwiceAndLateCopiesAfterNewerOnes() throws IOException {
        network(new Plan(0, 0, 100, 0), 1).send(call(1));
        assertThat(served).containsExactly("/1", "/1");
        served.clear();
        FaultyNetwork late = network(new Plan(0, 0, 0, 100), 3);
        late.send(call(1));
        late.send(call(2));
        late.settle();
        assertThat(served).contains("/1", "/2").hasSize(4);
        assertThat(served.lastIndexOf("/1")).isGreaterThan(served.indexOf("/2") - 2);
    }

    @Test
    void sameSeedMeansSameFaults() {
        assertThat(history(7)).isEqualTo(history(7)).isNotEqualTo(history(8));
    }

    private List<Boolean> history(long seed) {
        FaultyNetwork network = network(new Plan(20, 20, 20, 20), seed);
        List<Boolean> outcomes = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            try {
                outcomes.add(network.send(call(number)).status() == 200);
            } catch (IOException e) {
                outcomes.add(false);
            }
        }
        return outcomes;
    }

    @Test
    void impossibleRatesAreRefused() {
        assertThatThrownBy(() -> new Plan(60, 50, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
