/** People and their memberships: what a person may do in which organization. */
@NullMarked
package io.gatehouse.identity.people;

import org.jspecify.annotations.NullMarked;
