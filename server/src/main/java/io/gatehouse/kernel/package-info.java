/**
 * What every module stands on: ids, the acting {@link io.gatehouse.kernel.Actor}, the
 * {@link io.gatehouse.kernel.OrganizationScope} of a transaction, SQL fragments, pages, problems, permissions, signals.
 *
 * <p>Owns table {@code kernel.organization} and schema {@code framework}. Depends on nothing.
 */
@ApplicationModule(allowedDependencies = "postgres")
@NullMarked
package io.gatehouse.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
