/** An OpenID provider that can do wrong what a real one never would. */
@NullMarked
package io.gatehouse.testkit.openid;

import org.jspecify.annotations.NullMarked;
