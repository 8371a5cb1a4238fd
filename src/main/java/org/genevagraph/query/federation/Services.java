package org.genevagraph.query.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.genevagraph.problem.Refusal;

/**
 * The endpoints that an operator lets queries call.
 *
 * @param endpoints each of them
 * @param sender the name under which this server calls, by which it knows its own calls when they come back to it
 * @param limits what the calls of one query may take
 * @param own the addresses of this server itself, in their one spelling, which are never called
 */
public record Services(List<ServiceEndpoint> endpoints, String sender, ServiceLimits limits, Set<String> own) {
    /** None, as long as the operator says nothing. */
    public static final Services NONE = new Services(List.of(), "nobody", ServiceLimits.STANDARD, Set.of());

    /** How an operator allows one. */
    private static final String ALLOWING = "an operator allows an endpoint with 'geneva serve --service URL'";

    private static final String INSIDE = "inside ";
    private static final String PUBLIC = "public ";

    public Services {
        endpoints = List.copyOf(endpoints);
        own = Set.copyOf(own);
    }

    /** These. */
    public static Services of(List<ServiceEndpoint> endpoints) {
        return of(endpoints, ServiceLimits.STANDARD);
    }

    /** These, under other limits. */
    public static Services of(List<ServiceEndpoint> endpoints, ServiceLimits limits) {
        return endpoints.isEmpty()
                ? NONE
                : new Services(endpoints, "geneva-graph-" + UUID.randomUUID(), limits, Set.of());
    }

    /** The same, for a server that is reached at these addresses. */
    public Services at(List<String> addresses) {
        return isEmpty()
                ? this
                : new Services(
                        endpoints,
                        sender,
                        limits,
                        addresses.stream().map(ServiceEndpoint::canonical).collect(Collectors.toSet()));
    }

    /** Whether no call is allowed. */
    public boolean isEmpty() {
        return endpoints.isEmpty();
    }

    /** The endpoint with this address, to the letter; empty if it is not allowed, or is this server. */
    public Optional<ServiceEndpoint> find(String address) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.address().equals(address) && !isOwn(address))
                .findFirst();
    }

    /** Whether an address leads to this server itself. */
    public boolean isOwn(String address) {
        return own.contains(ServiceEndpoint.canonical(address));
    }

    /** What is said of a call that came back to where it was made. */
    public static Refusal loop() {
        return new Refusal(
                Refusal.Reason.FORBIDDEN,
                "the query was sent by this server itself: one of its queries has a SERVICE that leads back to it",
                "leave that SERVICE out, and put its pattern into the query");
    }

    /** What is said of a call where none is allowed. */
    public static Refusal none() {
        return new Refusal(
                Refusal.Reason.FORBIDDEN,
                "the query calls another service, and this server is allowed to call none",
                "ask that service yourself, and join the answers; " + ALLOWING);
    }

    /** What is said of a call to an endpoint that is not among them. */
    public Refusal notAllowed(String address) {
        if (isOwn(address)) {
            return new Refusal(
                    Refusal.Reason.FORBIDDEN,
                    "the query calls the service <" + address + ">, which is this server itself",
                    "leave SERVICE out, and put its pattern into the query");
        }
        return isEmpty()
                ? none()
                : new Refusal(
                        Refusal.Reason.FORBIDDEN,
                        "the query calls the service <" + address + ">, which this server is not allowed to call",
                        "call one of "
                                + endpoints.stream()
                                        .map(endpoint -> "<" + endpoint.address() + ">")
                                        .collect(Collectors.joining(", "))
                                + "; " + ALLOWING);
    }

    /** As arguments of a program. */
    public List<String> toArguments() {
        List<String> arguments = new ArrayList<>(List.of(sender, limits.toArgument()));
        endpoints.forEach(endpoint -> arguments.add((endpoint.inside() ? INSIDE : PUBLIC) + endpoint.address()));
        return arguments;
    }

    /** Read from the arguments of a program. */
    public static Services ofArguments(List<String> arguments) {
        List<ServiceEndpoint> endpoints = new ArrayList<>();
        for (String argument : arguments.subList(2, arguments.size())) {
            boolean inside = argument.startsWith(INSIDE);
            endpoints.add(new ServiceEndpoint(argument.substring((inside ? INSIDE : PUBLIC).length()), inside));
        }
        return new Services(endpoints, arguments.get(0), ServiceLimits.ofArgument(arguments.get(1)), Set.of());
    }
}
