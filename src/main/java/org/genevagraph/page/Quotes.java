package org.genevagraph.page;

/** Quotation marks within quotation marks: « Qui coordonne “Accès” ? », “Who facilitates ‘Access’?”. */
final class Quotes {
    private static final String THIN = "\u202f\u00a0 ";

    private Quotes() {}

    /** A text in which each quotation within another one has the marks of the second rank of its language. */
    static String nested(String text) {
        if (text.indexOf('«') == text.lastIndexOf('«') && text.indexOf('“') == text.lastIndexOf('“')) {
            return text;
        }
        StringBuilder told = new StringBuilder(text.length());
        int french = 0;
        int english = 0;
        for (int i = 0; i < text.length(); i++) {
            char mark = text.charAt(i);
            if (mark == '«') {
                french++;
                told.append(french > 1 ? '“' : mark);
                boolean blank = i + 1 < text.length() && THIN.indexOf(text.charAt(i + 1)) >= 0;
                i += french > 1 && blank ? 1 : 0;
            } else if (mark == '»' && french > 1) {
                french--;
                int last = told.length() - 1;
                told.setLength(THIN.indexOf(told.charAt(last)) >= 0 ? last : last + 1);
                told.append('”');
            } else if (mark == '»') {
                french = 0;
                told.append(mark);
            } else if (mark == '“' && french == 0) {
                english++;
                told.append(english > 1 ? '‘' : mark);
            } else if (mark == '”' && french == 0 && english > 0) {
                told.append(english > 1 ? '’' : mark);
                english--;
            } else {
                told.append(mark);
            }
        }
        return told.toString();
    }
}
