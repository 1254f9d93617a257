/**
 * What the sandbox org knows about its objects: standard objects as Salesforce ships them, custom ones as an sfdx folder deploys them, and
 * what a permission set lets a user see and edit of both.
 *
 * <p>May rely on the JDK only.
 */
@NullMarked
package io.plumbline.sandbox.schema;

import org.jspecify.annotations.NullMarked;
