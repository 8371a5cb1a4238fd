package org.genevagraph.query.engine;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.genevagraph.query.federation.ServiceEndpoint;

/**
 * Where an engine takes queries, updates and graphs.
 *
 * @param query where it takes queries of SPARQL 1.1
 * @param update where it takes updates of SPARQL 1.1
 * @param graphs where it takes triples for a graph by the SPARQL 1.1 Graph Store Protocol; empty if they are sent as updates
 * @param authorization what is sent as {@code Authorization}; empty if nothing is
 */
public record EngineAddress(URI query, URI update, Optional<URI> graphs, Optional<String> authorization) {
    /** The variable of the environment that names who asks. */
    public static final String USER = "GENEVA_STORE_USER";

    /** The variable of the environment that has the password. */
    public static final String PASSWORD = "GENEVA_STORE_PASSWORD";

    /** The variable of the environment that has the token of engines that know no names, such as QLever. */
    public static final String TOKEN = "GENEVA_STORE_TOKEN";

    /**
     * With the token, or the name and password, that the environment gives, which nobody else on the machine sees there.
     *
     * @throws IllegalArgumentException if an address is none, told for people
     */
    public static EngineAddress of(String query, String update, Map<String, String> environment) {
        return new EngineAddress(checked(query), checked(update), Optional.empty(), authorization(environment));
    }

    /**
     * The same engine, which takes graphs by the Graph Store Protocol at an address.
     *
     * @throws IllegalArgumentException if the address is none, told for people
     */
    public EngineAddress withGraphs(String address) {
        return new EngineAddress(query, update, Optional.of(checked(address)), authorization);
    }

    private static URI checked(String address) {
        ServiceEndpoint.fault(address).ifPresent(fault -> {
            throw new IllegalArgumentException(address + " " + fault);
        });
        return URI.create(address);
    }

    private static Optional<String> authorization(Map<String, String> environment) {
        String token = environment.getOrDefault(TOKEN, "");
        if (!token.isEmpty()) {
            return Optional.of("Bearer " + token);
        }
        String user = environment.getOrDefault(USER, "");
        String both = user + ":" + environment.getOrDefault(PASSWORD, "");
        return user.isEmpty()
                ? Optional.empty()
                : Optional.of("Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }
}
