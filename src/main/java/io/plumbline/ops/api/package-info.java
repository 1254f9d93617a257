/**
 * What the Salesforce package asks over HTTP: judge an account, read its verdict, answer a finding.
 *
 * <p>May rely on what {@code flow} and {@code journal} show and on {@code ops.text}; knows no page and no command.
 */
@NullMarked
package io.plumbline.ops.api;

import org.jspecify.annotations.NullMarked;
