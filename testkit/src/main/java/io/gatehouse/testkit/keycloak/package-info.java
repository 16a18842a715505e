/** A real Keycloak as the identity provider of a customer, for tests and journeys: started, furnished and visited. */
@NullMarked
package io.gatehouse.testkit.keycloak;

import org.jspecify.annotations.NullMarked;
