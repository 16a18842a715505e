package io.gatehouse.identity.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OutgoingHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;

/** Calls at the expense of one organization. */
record CallsOfOne(OutgoingHttp http, OrganizationId caller) implements HTTPRequestSender, ResourceRetriever {

    /**
     * Sends a request of the library's.
     *
     * @throws SignInRefusal in words, when there is no answer
     */
    HTTPResponse send(HTTPRequest request) {
        try {
            return request.send(this);
        } catch (IOException e) {
            throw refusal(request.getURI(), e);
        }
    }

    OutgoingHttp.Answer get(URI address) {
        try {
            return http.get(caller, address);
        } catch (IOException e) {
            throw refusal(address, e);
        }
    }

    static SignInRefusal refusal(URI address, IOException failure) {
        return switch (failure) {
            case OutgoingHttp.Refused _ ->
                new SignInRefusal(
                        Reason.CONNECTION_NOT_ALLOWED,
                        "This installation does not connect to " + address.getHost()
                                + ": ask whoever operates it to name its network in gatehouse.outgoing.networks");
            case OutgoingHttp.Busy _ ->
                new SignInRefusal(Reason.SERVER_BUSY, "This installation asks too many at once: try again in a minute");
            case OutgoingHttp.TooLarge _ ->
                new SignInRefusal(Reason.PROVIDER_MISCONFIGURED, address.getHost() + " answers with far too much");
            default -> new SignInRefusal(Reason.PROVIDER_UNREACHABLE, address.getHost() + " gives no answer");
        };
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderMap().forEach((name, values) -> headers.put(name, values.getFirst()));
        OutgoingHttp.Answer answer =
                http.send(caller, request.getMethod().name(), request.getURI(), headers, request.getBody());
        HTTPResponse response = new HTTPResponse(answer.status());
        try {
            if (!answer.contentType().isEmpty()) {
                response.setContentType(answer.contentType());
            }
        } catch (ParseException e) {
            throw new IOException(e);
        }
        response.setBody(answer.body());
        return response;
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        OutgoingHttp.Answer answer = http.get(caller, URI.create(address.toString()));
        if (answer.status() != 200) {
            throw new IOException(address.getHost() + " answers with " + answer.status());
        }
        return new Resource(answer.body(), answer.contentType());
    }
}
