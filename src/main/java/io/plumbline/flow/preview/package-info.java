/**
 * What a sync would do, told account by account before anything is written, and what another configuration would change.
 *
 * <p>May rely on what {@code flow} may; its types carry no type of {@code change} or {@code extract}, so that reports need
 * none.
 */
@NullMarked
package io.plumbline.flow.preview;

import org.jspecify.annotations.NullMarked;
