package org.genevagraph.page.things;

import java.util.List;
import org.genevagraph.page.facts.Cited;
import org.genevagraph.page.things.sections.Attribute;

/**
 * Where the knowledge about a thing comes from, and where it ends.
 *
 * @param namedIn the passages that name it
 * @param elsewhere what registers elsewhere call it
 * @param mentionedOnly whether no source text is about it, so that silence proves little
 * @param silent keys of the texts that say what no source tells
 * @param row the table and line in which it was written; empty if a rule made it
 * @param checks by what one can see whether a text is still the same
 */
public record Sources(
        List<Cited> namedIn,
        List<Identifier> elsewhere,
        boolean mentionedOnly,
        List<String> silent,
        String row,
        List<Attribute> checks) {
    public Sources {
        namedIn = List.copyOf(namedIn);
        elsewhere = List.copyOf(elsewhere);
        silent = List.copyOf(silent);
        checks = List.copyOf(checks);
    }
}
