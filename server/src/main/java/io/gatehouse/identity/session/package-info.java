/** Sessions of signed-in people, kept in the database and holding ids only. */
@NullMarked
package io.gatehouse.identity.session;

import org.jspecify.annotations.NullMarked;
