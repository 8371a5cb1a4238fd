package org.genevagraph.query.guard;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.lang.LangJSONLD11;

/** Switches off, for the whole process, what Jena can do that nobody here needs: calls to other services and contexts from the Web. */
public final class Lockdown {
    private Lockdown() {}

    /** Does it; doing it again changes nothing. */
    public static void apply() {
        ARQ.init();
        ARQ.globalServiceAllowed = false;
        JsonLdOptions options = new JsonLdOptions((iri, loaderOptions) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "the context <" + iri + "> is elsewhere and is not fetched; write it into the file");
        });
        ARQ.getContext().set(LangJSONLD11.JSONLD_OPTIONS, options);
    }
}
