/** Tests of directories. */
@NullMarked
package io.gatehouse.identity.ldap;

import org.jspecify.annotations.NullMarked;
