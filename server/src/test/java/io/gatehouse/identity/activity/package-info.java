/** Tests of what people and admins see of signing in and of refusals. */
@NullMarked
package io.gatehouse.identity.activity;

import org.jspecify.annotations.NullMarked;
