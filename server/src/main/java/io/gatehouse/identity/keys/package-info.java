/** Programs: service accounts, their keys, and how a key is recognized. */
@NullMarked
package io.gatehouse.identity.keys;

import org.jspecify.annotations.NullMarked;
