/** The language of the tests: golden files and what else several packages' tests speak. */
@NullMarked
package io.plumbline.testing;

import org.jspecify.annotations.NullMarked;
