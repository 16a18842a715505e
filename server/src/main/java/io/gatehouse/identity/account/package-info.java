/** What people look after for themselves: their open sessions and their second factors. */
@NullMarked
package io.gatehouse.identity.account;

import org.jspecify.annotations.NullMarked;
