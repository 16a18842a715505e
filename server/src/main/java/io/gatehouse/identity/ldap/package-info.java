/** LDAP and Active Directory: turns a name and a password that a directory accepts into a proof, and nothing else. */
@NullMarked
package io.gatehouse.identity.ldap;

import org.jspecify.annotations.NullMarked;
