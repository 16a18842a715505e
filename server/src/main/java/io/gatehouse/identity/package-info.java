/**
 * Who acts: organizations, people, roles, permissions, sign-in, and the web security chain that every endpoint of the
 * console and the API stands behind.
 *
 * <p>Owns schema {@code identity} and the rows of {@code kernel.organization}. Permissions: {@code organization.*},
 * {@code customer.*}, {@code people.*}, {@code installation.operate}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ledger"})
@NullMarked
package io.gatehouse.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
