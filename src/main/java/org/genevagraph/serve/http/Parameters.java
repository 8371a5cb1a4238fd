package org.genevagraph.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.genevagraph.page.Site;
import org.genevagraph.problem.Refusal;

/** The parameters of a request, each with its one value; the language of pages is none of them. */
public final class Parameters {
    private Parameters() {}

    /**
     * Reads them.
     *
     * @throws Refusal if one is given more than once
     */
    public static Map<String, String> of(HttpServletRequest request) throws Refusal {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            if (parameter.getValue().length > 1) {
                throw new Refusal(
                        Refusal.Reason.BAD_REQUEST,
                        "the parameter '" + parameter.getKey() + "' is given more than once",
                        "give it once");
            }
            if (!parameter.getKey().equals(Site.LANGUAGE_PARAMETER)) {
                values.put(parameter.getKey(), parameter.getValue()[0]);
            }
        }
        return values;
    }

    /**
     * Refuses whatever parameter is given, the language of pages excepted.
     *
     * @throws Refusal if one is given
     */
    public static void refuseAll(HttpServletRequest request) throws Refusal {
        for (String name : of(request).keySet()) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "there is no parameter '" + name + "' here",
                    "leave it away; this page takes none but " + Site.LANGUAGE_PARAMETER);
        }
    }
}
