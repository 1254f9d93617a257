/**
 * Who may reach what over HTTP: filter chains, sign-in, local users, roles, and the audit of what people looked at.
 *
 * <p>May rely on Spring Security and the configuration; what a page shows is not its business.
 */
@NullMarked
package io.plumbline.ops.access;

import org.jspecify.annotations.NullMarked;
