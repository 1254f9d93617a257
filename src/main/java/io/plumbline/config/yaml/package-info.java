/**
 * YAML whose every value knows the file and line it stands in, and the problems found in it.
 *
 * <p>For the other rooms of {@code config}; beyond them only {@code YamlFile}, {@code YamlProblem} and {@code ConfigurationException}
 * are used. May rely on {@code crm}, whose names its text is checked against.
 */
@NullMarked
package io.plumbline.config.yaml;

import org.jspecify.annotations.NullMarked;
