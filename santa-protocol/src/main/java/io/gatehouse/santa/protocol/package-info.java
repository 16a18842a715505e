/**
 * Santa's sync protocol, version 1, on the wire. No Spring, no storage: bytes, messages and the protocol's own rules.
 *
 * <p>A stage of the sync servlet does this:
 *
 * <pre>{@code
 * MachineId machine = MachineId.ofPathSegment(rawSegment);                       // InvalidMachineIdException: 400
 * WireFormat format = WireFormat.of(request.getContentType());                   // WireException: by its reason 400, 413, 415
 * byte[] body = ContentCoding.decode(request.getInputStream(), request.getHeader("Content-Encoding"), WireLimits.DEFAULT);
 * PreflightRequest preflight = codec.read(PreflightRequest.class, format, body);
 * ClientCapabilities client = ClientCapabilities.of(preflight.santaVersion());
 * byte[] answer = codec.write(client.gate(response), format);                    // always status 200, also for an empty message
 * ContentCoding coding = ContentCoding.negotiate(request.getHeader("Accept-Encoding"));
 * }</pre>
 *
 * <ul>
 *   <li>{@code message}: the records; {@code vocabulary}: their enumerations.
 *   <li>{@code wire}: {@code SantaCodec} (one instance for all), {@code WireFormat}, {@code ContentCoding}, {@code WireLimits}, {@code WireException}.
 *   <li>{@code rule}: {@code RuleIdentifier}, {@code RulesHash}, {@code BundleHash}.
 *   <li>{@code client}: {@code ClientCapabilities} with its {@code RuleClass} (clients of equal class see equal rules), {@code SantaVersion},
 *       {@code MachineId}.
 * </ul>
 */
@NullMarked
package io.gatehouse.santa.protocol;

import org.jspecify.annotations.NullMarked;
