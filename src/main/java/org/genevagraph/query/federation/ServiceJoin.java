package org.genevagraph.query.federation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.genevagraph.problem.Refusal;

/** Joins the solutions of a query with what other servers know, many solutions in one call. */
public final class ServiceJoin {
    private ServiceJoin() {}

    /**
     * Lets the query of this context call services, and no others in no other way.
     *
     * @param left the time that the query has left
     */
    public static void use(Context context, Services services, ServiceLimits limits, Supplier<Duration> left) {
        ServiceCalls calls = new ServiceCalls(services, limits, left);
        ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
        registry.addBulkLink((call, input, execution, rest) -> join(call, input, execution, calls));
        ServiceExecutorRegistry.set(context, registry);
    }

    private static QueryIterator join(
            OpService call, QueryIterator input, ExecutionContext execution, ServiceCalls calls) {
        return QueryIterPlainWrapper.create(new Joined(call, input, calls), execution);
    }

    private static final class Joined implements Iterator<Binding> {
        private final OpService call;
        private final QueryIterator input;
        private final ServiceCalls calls;
        private final ServiceQuery query;
        private final Deque<Binding> ready = new ArrayDeque<>();

        Joined(OpService call, QueryIterator input, ServiceCalls calls) {
            this.call = call;
            this.input = input;
            this.calls = calls;
            this.query = new ServiceQuery(call.getSubOp());
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && input.hasNext()) {
                Map<String, List<Binding>> solutions = new LinkedHashMap<>();
                for (int i = 0; i < calls.limits().bindings() && input.hasNext(); i++) {
                    Binding solution = input.next();
                    solutions
                            .computeIfAbsent(address(solution), any -> new ArrayList<>())
                            .add(solution);
                }
                solutions.forEach(this::join);
            }
            return !ready.isEmpty();
        }

        @Override
        public Binding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private String address(Binding solution) {
            Node name = Var.lookup(solution, call.getService());
            if (name == null || !name.isURI()) {
                throw new ServiceException(new Refusal(
                        Refusal.Reason.BAD_REQUEST,
                        "the query calls SERVICE " + call.getService() + ", which "
                                + (name == null || name.isVariable() ? "has no value there" : "is no IRI"),
                        "name the endpoint, or bind the variable before"));
            }
            return name.getURI();
        }

        private void join(String address, List<Binding> solutions) {
            Map<Binding, Integer> numbers = new LinkedHashMap<>();
            for (Binding solution : solutions) {
                numbers.putIfAbsent(query.sent(solution), numbers.size());
            }
            List<Binding> answer;
            try {
                answer = calls.ask(address, query.text(List.copyOf(numbers.keySet())));
            } catch (ServiceException e) {
                if (!call.getSilent() || !e.isOfOther()) {
                    throw e;
                }
                ready.addAll(solutions);
                return;
            }
            Map<Integer, List<Binding>> rows = new HashMap<>();
            for (Binding row : answer) {
                rows.computeIfAbsent(ServiceQuery.number(row), any -> new ArrayList<>())
                        .add(query.received(row));
            }
            for (Binding solution : solutions) {
                add(solution, rows.getOrDefault(numbers.get(query.sent(solution)), List.of()));
                add(solution, rows.getOrDefault(-1, List.of()));
            }
        }

        private void add(Binding solution, List<Binding> rows) {
            for (Binding row : rows) {
                if (Algebra.compatible(solution, row)) {
                    ready.add(Algebra.merge(solution, row));
                }
            }
        }
    }
}
