/**
 * Plumbline keeps strategic account plans in Salesforce true. Start reading here; the data runs one way, in this order:
 *
 * <ol>
 *   <li>{@code extract} reads the org through {@code salesforce}, the door, into
 *   <li>{@code mirror}, the durable copy of what the integration user can see;
 *   <li>{@code dossier} gathers everything known about one account on one day;
 *   <li>{@code assess} judges it by the policy: pure functions, no clock, no I/O;
 *   <li>{@code change} compares what should stand in Salesforce with what does;
 *   <li>{@code writeback} sends the difference through {@code salesforce} and settles each record;
 *   <li>{@code journal} keeps what happened and why.
 * </ol>
 *
 * <p>{@code crm} and {@code config} are the words all of them use, {@code flow} wires them into a run, {@code ops} is
 * what people start and look at, and {@code sandbox} is a Salesforce org to try it all on, spoken to by wire only.
 */
@NullMarked
package io.plumbline;

import org.jspecify.annotations.NullMarked;
