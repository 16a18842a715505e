package io.gatehouse;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules use each other only as they declare, and only by their faces. */
final class ModularityArchTest {

    @Test
    void modulesKeepToTheirDeclaredDependencies() {
        ApplicationModules.of(Gatehouse.class).verify();
    }
}
