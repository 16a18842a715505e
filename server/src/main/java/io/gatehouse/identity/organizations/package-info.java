/** Organizations: their names, looks and settings, and a provider's customers. */
@NullMarked
package io.gatehouse.identity.organizations;

import org.jspecify.annotations.NullMarked;
