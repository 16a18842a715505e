@NullMarked
package io.gatehouse.santa.catalogue;

import org.jspecify.annotations.NullMarked;
