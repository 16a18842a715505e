package io.gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PlacesTest {

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId other = new OrganizationId(UUID.randomUUID());
    private final Places places = new Places(3, 2, Duration.ZERO);

    @Test
    void oneOrganizationLeavesPlacesToOthers() {
        Places.Place first = places.enter(acme).orElseThrow();
        places.enter(acme).orElseThrow();
        assertThat(places.enter(acme)).isEmpty();
        assertThat(places.enter(other)).isPresent();
        assertThat(places.enter(other)).as("all are taken").isEmpty();
        first.close();
        assertThat(places.enter(acme)).isPresent();
    }
}
