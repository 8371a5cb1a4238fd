package org.genevagraph.serve.gate;

import java.util.Map;
import java.util.regex.Pattern;
import org.genevagraph.page.contribute.ProposalForm;
import org.genevagraph.page.contribute.ProposalPage;
import org.genevagraph.serve.desk.FMod_Desk;
import org.genevagraph.serve.mcp.FMod_Mcp;
import org.genevagraph.serve.submit.FMod_Submit;

/** Which methods an address answers, for preflights and for those who ask with another one. */
final class Methods {
    private static final String READING = "GET, HEAD, OPTIONS";
    private static final String ASKING = "GET, HEAD, POST, OPTIONS";

    /** Where questions can be longer than an address. */
    private static final Pattern QUESTIONS =
            Pattern.compile("/sparql|/search(\\." + Endings.FORMATS + ")?|/queries/.+|/reconcile(/.*)?");

    /** Where something is sent and nothing read. */
    private static final Map<String, String> SENT_TO =
            Map.of(FMod_Mcp.PATH, FMod_Mcp.ALLOWED, FMod_Submit.PATH, FMod_Submit.ALLOWED);

    private Methods() {}

    /**
     * The methods, separated by commas.
     *
     * @param path a path of this server
     * @param takesProposals whether it takes proposals of readers by form
     */
    static String of(String path, boolean takesProposals) {
        if (SENT_TO.containsKey(path)) {
            return SENT_TO.get(path);
        }
        boolean asking =
                QUESTIONS.matcher(path).matches() || path.equals(FMod_Desk.PATH) || (takesProposals && isForm(path));
        return asking ? ASKING : READING;
    }

    private static boolean isForm(String path) {
        String forms = ProposalPage.PATH + "/";
        return path.startsWith(forms)
                && ProposalForm.of(path.substring(forms.length())).isPresent();
    }
}
