/** What an organization demands of a session in which somebody acts there: a second factor, and how long it may last. */
@NullMarked
package io.gatehouse.identity.demands;

import org.jspecify.annotations.NullMarked;
