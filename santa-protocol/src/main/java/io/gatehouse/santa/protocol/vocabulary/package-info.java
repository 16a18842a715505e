/** The closed lists of santa.sync.v1: each constant with its wire number, its name and the spellings older clients and servers used. */
@NullMarked
package io.gatehouse.santa.protocol.vocabulary;

import org.jspecify.annotations.NullMarked;
