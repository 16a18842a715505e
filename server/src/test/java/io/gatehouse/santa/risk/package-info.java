@NullMarked
package io.gatehouse.santa.risk;

import org.jspecify.annotations.NullMarked;
