package org.genevagraph.page.contribute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevagraph.curate.inbox.Contribution;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.page.contribute.ProposalForm.Input;
import org.genevagraph.page.contribute.ProposalForm.Sort;
import org.genevagraph.page.questions.PickLists;
import org.genevagraph.vocabulary.Literals;

/**
 * A form as somebody has filled it in so far.
 *
 * @param form which one
 * @param fields its fields in their order
 */
public record ProposalPage(ProposalForm form, List<Field> fields) {
    /** Where the forms stand. */
    public static final String PATH = "/contribute";

    /** With it a form is shown again as it is, in another language, and nothing is sent. */
    public static final String DRAFT = "draft";

    /** The value of {@link #DRAFT} of a form of which it is told what is wrong. */
    public static final String CHECKED = "checked";

    /** So many characters a line takes. */
    public static final int MOST_IN_LINE = 500;

    /** So many characters a text of several lines takes. */
    public static final int MOST_IN_LINES = 3_000;

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    /** An address as browsers show it, with or without its beginning, or a path. */
    private static final Pattern PAGE = Pattern.compile("[^\\s/]*/[^\\s<>\"]*");

    /** 72, 72.l, 72(l), 72 l, and 72 l) as French has it. */
    private static final Pattern PARAGRAPH = Pattern.compile(
            "(?:[§¶]|para?s?\\.?|paragraphe?s?)?[\\s\\h]*([a-z0-9-]+(?:\\.[a-z0-9-]+)*?)"
                    + "(?:[\\s\\h]*\\([\\s\\h]*([a-z]{1,4})[\\s\\h]*\\)|(?<=\\d)[\\s\\h]*([a-z]{1,4})\\)|(?<=\\d)[\\s\\h]+([a-z]{1,4}))?");

    /** Control characters, and marks that turn the direction of what stands around them. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff&&[^\\n\\t]]");

    public ProposalPage {
        fields = List.copyOf(fields);
    }

    /**
     * A field.
     *
     * @param input what it is
     * @param id its id on the page
     * @param label what it is called
     * @param help what helps to fill it in; empty if nothing has to be said
     * @param value what is filled in, as it was typed
     * @param groups what there is to choose from; empty if it is to be typed
     * @param fault what is wrong with it; empty if nothing
     */
    public record Field(
            Input input, String id, String label, String help, String value, List<Offered.Group> groups, String fault) {
        public Field {
            groups = List.copyOf(groups);
        }

        /** The elements that say more about it, by their ids; null if there are none. */
        public String describedBy() {
            String ids = (help.isEmpty() ? "" : id + "-help") + (fault.isEmpty() ? "" : " " + id + "-fault");
            return ids.isEmpty() ? null : ids.strip();
        }

        /** How many characters it takes. */
        public int most() {
            return ProposalPage.most(input.sort());
        }

        /** The kinds of thing that can be suggested for it, separated by blanks; null if none can. */
        public String suggested() {
            return input.kinds().isEmpty() ? null : String.join(" ", input.kinds());
        }
    }

    /** A form with what is known already. */
    public static ProposalPage begun(ProposalForm form, Map<String, String> given, Offered offered, Site site) {
        return of(form, given, Map.of(), offered, site);
    }

    /** A form as it was sent, with all that is wrong. */
    public static ProposalPage sent(
            ProposalForm form, Map<String, String> given, PickLists lists, Offered offered, Site site) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (Input input : form.inputs()) {
            String fault = fault(form, input, clean(given.get(input.name()), input.sort()), lists, offered, site);
            if (!fault.isEmpty()) {
                faults.put(input.name(), fault);
            }
        }
        if (endsBeforeItBegins(clean(given.get("from"), Sort.DATE), clean(given.get("until"), Sort.DATE))) {
            faults.putIfAbsent("until", site.text("contribute.too-early"));
        }
        String document = clean(given.get("document"), Sort.DOCUMENT);
        String paragraph = clean(given.get("paragraph"), Sort.PARAGRAPH);
        if (!faults.containsKey("document") && !faults.containsKey("paragraph")) {
            if (document.isEmpty() != paragraph.isEmpty()) {
                faults.put(
                        document.isEmpty() ? "document" : "paragraph",
                        site.text(document.isEmpty() ? "contribute.no-document" : "contribute.no-paragraph"));
            } else if (!document.isEmpty()
                    && passage(document, paragraph, offered).isEmpty()) {
                faults.put("paragraph", site.text("contribute.unknown-paragraph"));
            }
        }
        return of(form, given, faults, offered, site);
    }

    private static ProposalPage of(
            ProposalForm form, Map<String, String> given, Map<String, String> faults, Offered offered, Site site) {
        List<Field> fields = new ArrayList<>();
        for (Input input : form.inputs()) {
            String special = "contribute." + form.slug() + "." + input.name();
            String help = special + "-help";
            fields.add(new Field(
                    input,
                    "f-" + input.name(),
                    site.textOr(special, site.textOr("contribute." + input.name(), input.name())),
                    site.textOr(help, site.textOr("contribute." + input.name() + "-help", "")),
                    given.getOrDefault(input.name(), ""),
                    offered.groups(form, input.sort(), site.language()),
                    faults.getOrDefault(input.name(), "")));
        }
        return new ProposalPage(form, fields);
    }

    private static String fault(
            ProposalForm form, Input input, String value, PickLists lists, Offered offered, Site site) {
        if (value.isEmpty()) {
            return input.required() ? site.text("contribute.missing") : "";
        }
        if (value.length() > most(input.sort())) {
            return site.text("contribute.too-long", site.number(most(input.sort())), site.number(value.length()));
        }
        List<Offered.Group> groups = offered.groups(form, input.sort(), site.language());
        if (!groups.isEmpty()) {
            boolean offers = groups.stream()
                    .flatMap(group -> group.options().stream())
                    .anyMatch(option -> option.value().equals(value));
            return offers ? "" : site.text("contribute.no-choice");
        }
        return switch (input.sort()) {
            case DATE -> isDate(value) ? "" : site.text("contribute.no-date");
            case ADDRESS -> ADDRESS.matcher(value).matches() ? "" : site.text("contribute.no-address");
            case PAGE -> page(value, input, lists).isPresent() ? "" : site.text("contribute.no-page");
            default -> "";
        };
    }

    /** Whether it is a date as tables take it, of a day that there is. */
    private static boolean isDate(String value) {
        try {
            Literals.date(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean endsBeforeItBegins(String from, String until) {
        return isDate(from) && isDate(until) && Literals.isBefore(until, from);
    }

    /** Where the form is shown again with what is filled in, so that a reader can go on in another language. */
    public String draft() {
        return form.path() + "?" + DRAFT + "=" + (faults().isEmpty() ? "begun" : CHECKED);
    }

    /** The fields that something is wrong with. */
    public List<Field> faults() {
        return fields.stream().filter(field -> !field.fault().isEmpty()).toList();
    }

    /**
     * What it proposes.
     *
     * @param lists finds the things that are named
     * @param version the version of the graph that the sender saw
     * @param day the day on which it came
     * @throws IllegalStateException if something is wrong with it
     */
    public Contribution contribution(PickLists lists, Offered offered, String version, String day) {
        if (!faults().isEmpty()) {
            throw new IllegalStateException("what is wrong with the form is not corrected");
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (Field field : fields) {
            String value = clean(field.value(), field.input().sort());
            given.put(field.input().name(), named(value, field.input(), lists, offered));
        }
        String cited = passage(given.remove("document"), given.remove("paragraph"), offered)
                .orElse("");
        String note = given.remove("note");
        if (form == ProposalForm.CORRECTION) {
            String said = Map.of("wrong", given.get("wrong"), "right", given.get("right")).entrySet().stream()
                    .filter(part -> !part.getValue().isEmpty())
                    .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                    .map(part -> part.getKey() + ": " + part.getValue())
                    .collect(Collectors.joining("\n"));
            String whole = note.isEmpty() ? said : said + "\n" + note;
            return new Contribution(form.slug(), "", Map.of(), given.get("about"), cited, whole, version, day);
        }
        String table = switch (form) {
            case THING, DOCUMENT -> {
                String[] chosen = given.get("kind").split(Offered.JOINT, 2);
                given.put("kind", chosen[1]);
                yield chosen[0];
            }
            case TOPIC -> "issues";
            default -> "statements/" + cited.replaceFirst("#.*", "");
        };
        if (form != ProposalForm.TOPIC) {
            given.put("evidence", cited);
        }
        if (form == ProposalForm.RELATION) {
            given.put("standing", "stated");
        }
        if (given.containsKey("aliases")) {
            given.put("aliases", given.get("aliases").replaceAll("\\s*[;|]\\s*", " | "));
        }
        given.values().removeIf(String::isEmpty);
        return new Contribution(form.slug(), table, given, "", cited, note, version, day);
    }

    /** A thing that the graph knows by the id that tables have for it, or by its page; everything else as it is. */
    private static String named(String value, Input input, PickLists lists, Offered offered) {
        return switch (input.sort()) {
            case THING ->
                lists.thing(value, input.kinds())
                        .map(thing -> offered.id(thing, input.kinds()))
                        .orElse(value);
            case PAGE -> page(value, input, lists).orElse(value);
            default -> value;
        };
    }

    /** The page that an address is of, or the name of a thing; empty if it is neither. */
    private static Optional<String> page(String value, Input input, PickLists lists) {
        return PAGE.matcher(value).matches()
                ? Optional.of(value)
                : lists.thing(value, input.kinds()).map(thing -> Paths.of(thing.getURI()));
    }

    /** A passage as tables cite it; empty if the document has none of this number. */
    private static Optional<String> passage(String document, String paragraph, Offered offered) {
        Matcher number = PARAGRAPH.matcher(paragraph.toLowerCase(Locale.ROOT));
        if (document.isEmpty() || !number.matches()) {
            return Optional.empty();
        }
        String whole = Stream.of(1, 2, 3, 4)
                .map(number::group)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        try {
            return offered.hasPassage(document, whole) ? Optional.of(document + "#" + whole) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int most(Sort sort) {
        return sort == Sort.LINES ? MOST_IN_LINES : MOST_IN_LINE;
    }

    /** A value without what cannot be seen; on one line, if it is one. */
    private static String clean(String value, Sort sort) {
        String seen = INVISIBLE
                .matcher(value == null ? "" : value.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
        return (sort == Sort.LINES ? seen : seen.replaceAll("\\s+", " ")).strip();
    }
}
