package org.genevagraph.page;

/**
 * What one thing is to another as a sentence of a language, in the pieces that lead to the three. What is put before a name – an article, a
 * preposition that is drawn together with it, a quotation mark – belongs to the name.
 *
 * @param subject the one, as it begins the sentence
 * @param relation what it is to the other, in the number of the subject
 * @param object the other
 */
public record RelationSentence(String subject, String relation, String object) {
    /**
     * A name in a sentence.
     *
     * @param name the name itself
     * @param spoken the same as {@link Language#named} puts it into a sentence; the name itself for what takes nothing before it
     */
    public record Name(String name, String spoken) {}

    /**
     * Puts a sentence together.
     *
     * @param relation what the one is to the other, worded for one thing
     */
    public static RelationSentence of(Language language, Name subject, String relation, Name object) {
        String sentence = language.agreed(
                String.join(" ", subject.spoken(), language.agreeing(relation, subject.spoken()), object.spoken()));
        int begin = sentence.indexOf(
                ' ', find(sentence, subject.name(), 0) + subject.name().length());
        int end = before(sentence, object.name(), begin + 1);
        return new RelationSentence(
                sentence.substring(0, begin), sentence.substring(begin + 1, end), sentence.substring(end + 1));
    }

    /** Where the blank before a name stands, or before what is put before it. */
    public static int before(String sentence, String name, int from) {
        return sentence.lastIndexOf(' ', find(sentence, name, from));
    }

    /** Where a name begins in a sentence, in which it can be written small. */
    private static int find(String sentence, String name, int from) {
        for (int i = from; i <= sentence.length() - name.length(); i++) {
            if (sentence.regionMatches(true, i, name, 0, name.length())) {
                return i;
            }
        }
        throw new IllegalStateException("'" + name + "' is not in '" + sentence + "'");
    }

    /** The whole sentence. */
    public String words() {
        return subject + " " + relation + " " + object;
    }
}
