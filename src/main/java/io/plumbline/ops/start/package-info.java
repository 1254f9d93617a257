/**
 * What every command stands on: the Spring application, the org that the environment names, exit codes, refusals in words.
 *
 * <p>May rely on the rooms that the application is put together from; knows no command.
 */
@NullMarked
package io.plumbline.ops.start;

import org.jspecify.annotations.NullMarked;
