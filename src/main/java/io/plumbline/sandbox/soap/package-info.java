/**
 * The SOAP Partner API of the sandbox at {@code /services/Soap/u/65.0}: envelopes read with a hardened parser, one
 * class for each group of operations, faults in the real shape.
 *
 * <p>Served are 62.0 to 66.0; other versions are refused with UNSUPPORTED_API_VERSION. {@code login} is refused as
 * real orgs refuse it. May rely on {@code http}, {@code gate} and the org.
 */
@NullMarked
package io.plumbline.sandbox.soap;

import org.jspecify.annotations.NullMarked;
