/**
 * What can be told of a configuration, an org and a database before anything is read for judging: the checks of
 * {@code plumbline doctor} and {@code plumbline config check}. One check that fails never hides another.
 *
 * <p>May rely on what {@code flow} may; changes nothing anywhere.
 */
@NullMarked
package io.plumbline.flow.checkup;

import org.jspecify.annotations.NullMarked;
