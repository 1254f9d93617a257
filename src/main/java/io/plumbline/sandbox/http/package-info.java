/**
 * Plain HTTP for the sandbox: requests and responses as values, gzip both ways, one server on the loopback interface.
 *
 * <p>May rely on the JDK's HTTP server and on Jackson; knows nothing of Salesforce.
 */
@NullMarked
package io.plumbline.sandbox.http;

import org.jspecify.annotations.NullMarked;
