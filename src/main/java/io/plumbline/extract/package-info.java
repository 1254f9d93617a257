/**
 * From what the assessment needs to rows in the mirror: requirements become SOQL, SOQL becomes pages, pages are stored with their watermark.
 *
 * <p>May rely on {@code salesforce}, {@code mirror}, {@code config} and {@code crm}; holds no rule of the model.
 */
@NullMarked
package io.plumbline.extract;

import org.jspecify.annotations.NullMarked;
