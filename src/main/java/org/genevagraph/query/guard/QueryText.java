package org.genevagraph.query.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.federation.Services;

/**
 * Looks at the text of a query before anything else does, in one pass: what is short and yet takes the parser or the planner for ever is
 * refused, and so are calls to other services. Brackets and words in strings, IRIs and comments do not count.
 */
public final class QueryText {
    /** Each level doubles the work of the parser. */
    private static final int MOST_EXISTS = 6;

    private static final int MOST_GROUPS = 400;
    private static final int MOST_OPERATORS = 1_000;
    private static final int MOST_PATTERNS = 1_000;
    private static final int MOST_BRANCHES = 100;
    private static final int MOST_CLAUSES = 500;
    private static final int MOST_GROUP_KEYS = 100;

    /** Of what stands between commas: the choices of IN, the arguments of a function. */
    private static final int MOST_MEMBERS = 1_000;

    /** Each member of an RDF list is two patterns, and the planner compares each pattern with each. */
    private static final int MOST_LIST_MEMBERS = 100;

    private static final int LONGEST_PREFIX = 100;

    private static final int MOST_VALUES = 10_000;

    /** Tables that share no variable are multiplied with each other. */
    private static final double LARGEST_PRODUCT = 1_000_000;

    private final String text;
    private final Limits limits;
    private final Services services;
    private final Deque<Level> levels = new ArrayDeque<>();
    private Level level = new Level(' ', 0, false);
    private int at;
    private String word = "";
    private int groups;
    private int operators;
    private int patterns;
    private int branches;
    private int values;
    private double product = 1;
    private int groupKeys;
    private int clauses;
    private boolean inGroupBy;
    private boolean callsService;

    /** Between the word VALUES, or the variables after it, and the table itself. */
    private boolean tableNext;

    /** What stands between two brackets. */
    private static final class Level {
        final char bracket;
        final int exists;
        final boolean table;
        int members;
        int operators;
        boolean commas;
        int rows;

        Level(char bracket, int exists, boolean table) {
            this.bracket = bracket;
            this.exists = exists;
            this.table = table;
        }
    }

    private QueryText(String text, Limits limits, Services services) {
        this.text = text;
        this.limits = limits;
        this.services = services;
    }

    /**
     * Checks a query that may call no other service.
     *
     * @throws Refusal if it is longer, deeper or larger than queries may be, or calls another service
     */
    public static void check(String text, Limits limits) throws Refusal {
        callsService(text, limits, Services.NONE);
    }

    /**
     * Checks a query, and tells whether it calls other services, which ones is not known yet.
     *
     * @throws Refusal if it is longer, deeper or larger than queries may be, or calls another service where none may be called
     */
    public static boolean callsService(String text, Limits limits, Services services) throws Refusal {
        if (text.length() > limits.queryCharacters()) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "the query has " + text.length() + " characters",
                    "ask in at most " + limits.queryCharacters());
        }
        QueryText looked = new QueryText(CodepointEscapes.unescaped(text), limits, services);
        looked.check();
        return looked.callsService;
    }

    private void check() throws Refusal {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '#' -> skipComment();
                case '"', '\'' -> {
                    skipString(c);
                    term();
                }
                case '<' -> {
                    int end = endOfIri();
                    if (end < 0) {
                        operator();
                    } else {
                        at = end + 1;
                        term();
                    }
                }
                case '{', '(', '[' -> open(c);
                case '}', ')', ']' -> close();
                case '.', ';', ',' -> separator(c);
                case '?', '$', '@' -> {
                    at++;
                    if (at < text.length() && isWordPart(text.charAt(at))) {
                        skipPlain();
                        term();
                    } else if (c == '?') {
                        // "Once or not at all" in a path.
                        at--;
                        operator();
                    }
                }
                default -> other(c);
            }
        }
    }

    private void other(char c) throws Refusal {
        if (isWordPart(c) || c == ':') {
            int start = at;
            skipWord();
            word(text.substring(start, at));
        } else if ("+-*/|^!=>&".indexOf(c) >= 0) {
            operator();
        } else {
            at++;
        }
    }

    private void skipComment() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    /** Passes over a string; one that is not closed is passed over as a character, and the parser will complain. */
    private void skipString(char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(three, at);
        int i = at + (isLong ? 3 : 1);
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (isLong ? text.startsWith(three, i) : c == quote) {
                at = i + (isLong ? 3 : 1);
                return;
            } else if (!isLong && (c == '\n' || c == '\r')) {
                break;
            }
            i++;
        }
        at = isLong ? text.length() : at + 1;
    }

    /** Where an IRI that begins here ends; -1 if it is no IRI but "less than". */
    private int endOfIri() {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i;
            }
            if (c <= ' ' || "<\"{}|^`\\".indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c > 0x7f;
    }

    /** Passes over a keyword, a number or a name with a prefix, all of whose characters are its own. */
    private void skipWord() {
        skipPlain();
        int prefix = endOfPrefix();
        if (prefix < 0) {
            return;
        }
        at = prefix;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (isWordPart(c) || c == ':' || c == '%' || c == '-' || (c == '.' && dotInside())) {
                at++;
            } else {
                break;
            }
        }
        at = Math.min(at, text.length());
    }

    private void skipPlain() {
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
    }

    /** Where the colon stands that makes a prefix of the word before, which can go on with hyphens and dots; -1 if there is none. */
    private int endOfPrefix() {
        for (int i = at; i < Math.min(text.length(), at + LONGEST_PREFIX); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i;
            }
            if (!isWordPart(c) && c != '-' && c != '.') {
                return -1;
            }
        }
        return -1;
    }

    private boolean dotInside() {
        return at + 1 < text.length() && (isWordPart(text.charAt(at + 1)) || text.charAt(at + 1) == ':');
    }

    private void word(String found) throws Refusal {
        term();
        word = found.toUpperCase(Locale.ROOT);
        switch (word) {
            case "SERVICE" -> {
                if (services.isEmpty()) {
                    throw Services.none();
                }
                callsService = true;
            }
            case "UNION", "OPTIONAL", "MINUS" -> {
                branches++;
                atMost(MOST_BRANCHES, branches, "branches (UNION, OPTIONAL, MINUS)");
            }
            case "GROUP" -> {
                inGroupBy = true;
                groupKeys = 0;
            }
            case "FILTER", "BIND" -> {
                clauses++;
                atMost(MOST_CLAUSES, clauses, "filters and assignments");
            }
            case "HAVING", "ORDER", "LIMIT", "OFFSET" -> inGroupBy = false;
            case "VALUES" -> {
                inGroupBy = false;
                tableNext = true;
            }
            default -> {
                // Names and other words only count.
            }
        }
    }

    private void term() throws Refusal {
        if (level.table) {
            values++;
            atMost(MOST_VALUES, values, "values");
        }
        member();
    }

    /** A term, a name or a bracketed thing: a member of what it stands in. */
    private void member() throws Refusal {
        level.members++;
        word = "";
        if (level.bracket == '(') {
            atMost(MOST_MEMBERS, level.members - level.operators, "members between two brackets");
            if (!level.table && !level.commas) {
                atMost(MOST_LIST_MEMBERS, level.members - level.operators, "members in one list");
            }
        }
        if (level.table && level.bracket == '{') {
            level.rows++;
        }
        if (inGroupBy) {
            groupKeys++;
            atMost(MOST_GROUP_KEYS, groupKeys, "keys to group by");
        }
    }

    private void open(char bracket) throws Refusal {
        String before = word;
        member();
        levels.push(level);
        boolean exists = before.equals("EXISTS") && bracket == '{';
        boolean table = bracket == '{' ? tableNext : level.table;
        level = new Level(bracket, level.exists + (exists ? 1 : 0), table);
        at++;
        if (levels.size() > limits.nesting()) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "the query nests its brackets deeper than " + limits.nesting(),
                    "ask in a flatter way");
        }
        if (level.exists > MOST_EXISTS) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "the query nests EXISTS deeper than " + MOST_EXISTS,
                    "ask in a flatter way");
        }
        if (bracket == '{') {
            inGroupBy = false;
            tableNext = false;
            groups++;
            atMost(MOST_GROUPS, groups, "groups");
        }
    }

    private void close() throws Refusal {
        at++;
        if (levels.isEmpty()) {
            // The parser will complain.
            return;
        }
        if (level.table && level.bracket == '{') {
            product *= Math.max(1, level.rows);
            if (product > LARGEST_PRODUCT) {
                throw new Refusal(
                        Refusal.Reason.BAD_REQUEST,
                        "the tables after VALUES have more than " + (long) LARGEST_PRODUCT
                                + " combinations, which is the limit",
                        "ask with fewer values at a time");
            }
        }
        level = levels.pop();
        word = "";
    }

    private void separator(char c) throws Refusal {
        at++;
        word = "";
        level.commas |= c == ',';
        if (c != ',' || level.bracket != '(') {
            patterns++;
            atMost(MOST_PATTERNS, patterns, "triple patterns");
        }
    }

    private void operator() throws Refusal {
        at++;
        word = "";
        operators++;
        // Each takes a second term, which is no member of its own.
        level.operators++;
        atMost(MOST_OPERATORS, operators, "operators");
    }

    private static void atMost(int most, int count, String of) throws Refusal {
        if (count > most) {
            throw new Refusal(
                    Refusal.Reason.BAD_REQUEST,
                    "the query has more than " + most + " " + of + ", which is the limit",
                    "ask with less at a time");
        }
    }
}
