/** Tests of sessions. */
@NullMarked
package io.gatehouse.identity.session;

import org.jspecify.annotations.NullMarked;
