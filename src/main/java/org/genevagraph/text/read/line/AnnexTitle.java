package org.genevagraph.text.read.line;

/** What stands behind the number of an annex, on the line where it begins. */
final class AnnexTitle {
    /** "Annex II to decision 3/7", "Annexe à la présente résolution": the document that an annex belongs to. */
    static final String OF_ITS_DOCUMENT =
            "(?: (?iu:to|of|à|de|del|al|a) (?iu:the |la |le |l[’'])?(?iu:present |this |présente? )?(?iu:resolution|decision|declaration|agreement"
                    + "|résolution|décision|déclaration|accord|resolución|decisión|declaración|acuerdo)(?: (?=[\\p{L}./-]{0,12}\\d)[\\p{L}\\d./-]{1,20})?(?=\\s*[.*:–—-]*\\s*$))?";

    private AnnexTitle() {}
}
