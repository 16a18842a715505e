/** Tests of saved views. */
@NullMarked
package io.gatehouse.identity.views;

import org.jspecify.annotations.NullMarked;
