/**
 * The words of the CRM: identifiers, names, values and texts as Salesforce defines and keeps them, without any I/O.
 *
 * <p>May rely on nothing but the JDK. Everything else may rely on it.
 */
@NullMarked
package io.plumbline.crm;

import org.jspecify.annotations.NullMarked;
