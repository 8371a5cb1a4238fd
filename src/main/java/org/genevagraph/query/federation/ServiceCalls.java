package org.genevagraph.query.federation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.sparql.engine.binding.Binding;
import org.genevagraph.problem.Refusal;

/** The calls of one query: counted, and none made twice. */
final class ServiceCalls {
    private final Services services;
    private final ServiceLimits limits;
    private final ServiceClient client;
    private final Supplier<Duration> left;
    private final Map<String, List<Binding>> answers = new HashMap<>();
    private int made;

    /**
     * For one query.
     *
     * @param left the time that the query has left
     */
    ServiceCalls(Services services, ServiceLimits limits, Supplier<Duration> left) {
        this.services = services;
        this.limits = limits;
        this.client = new ServiceClient(services.sender(), limits);
        this.left = left;
    }

    ServiceLimits limits() {
        return limits;
    }

    /**
     * The rows with which an endpoint answers a SELECT.
     *
     * @throws ServiceException if the endpoint is not allowed, there were too many calls, or this one fails
     */
    List<Binding> ask(String address, String query) {
        ServiceEndpoint endpoint =
                services.find(address).orElseThrow(() -> new ServiceException(services.notAllowed(address)));
        String key = address + "\n" + query;
        List<Binding> known = answers.get(key);
        if (known == null) {
            if (made == limits.calls()) {
                throw new ServiceException(new Refusal(
                        Refusal.Reason.TOO_LARGE,
                        "the query calls other services more than " + limits.calls() + " times, which is the limit",
                        "narrow the query before it comes to SERVICE, and put SERVICE outside of OPTIONAL and EXISTS: "
                                + limits.bindings() + " solutions go with one call"));
            }
            made++;
            known = client.ask(endpoint, query, left.get());
            answers.put(key, known);
        }
        return known;
    }
}
