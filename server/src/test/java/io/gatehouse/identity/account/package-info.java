/** Tests of what people look after for themselves. */
@NullMarked
package io.gatehouse.identity.account;

import org.jspecify.annotations.NullMarked;
