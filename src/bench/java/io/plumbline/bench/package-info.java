/**
 * How fast accounts are judged, and in how much memory: {@code mvn -Pbench} and {@code mvn -Pstream}, see
 * {@code src/docs/performance.md}.
 *
 * <p>May rely on {@code assess}, {@code dossier} and {@code config}. No part of the product; compiled with its tests.
 */
package io.plumbline.bench;
