package org.genevagraph.page.questions;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.genevagraph.page.Link;
import org.genevagraph.page.Paths;
import org.genevagraph.page.Site;
import org.genevagraph.problem.Refusal;
import org.genevagraph.query.catalogue.QueryFile;
import org.genevagraph.query.catalogue.header.Parameter;
import org.genevagraph.query.catalogue.header.ParameterType;
import org.genevagraph.query.catalogue.header.QueryWords;

/**
 * A field of a form.
 *
 * @param id its id on the page
 * @param name the parameter's name
 * @param type what it can be
 * @param kinds the kinds of thing that it can be
 * @param label what it is for
 * @param value what is filled in
 * @param any what stands for it if it is left open; empty if it must not be
 * @param hint what it says while nothing is filled in: the same, or an example
 * @param required whether it must be filled in
 * @param options the values to choose from, if they are few; empty if it is to be typed
 * @param fault what is wrong with the value; empty if nothing
 * @param instead the same question with what may have been meant
 */
public record Field(
        String id,
        String name,
        ParameterType type,
        List<String> kinds,
        String label,
        String value,
        String any,
        String hint,
        boolean required,
        List<PickLists.Option> options,
        String fault,
        List<Link> instead) {
    private static final List<ParameterType> CHOSEN =
            List.of(ParameterType.ACTION_LINE, ParameterType.SDG, ParameterType.OBJECTIVE);
    private static final int MOST_QUOTED = 80;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 40;

    public Field {
        kinds = List.copyOf(kinds);
        options = List.copyOf(options);
        instead = List.copyOf(instead);
    }

    static Field of(
            QueryFile query,
            Parameter parameter,
            Map<String, String> given,
            Refusal.Fault fault,
            QueryWords words,
            Site site,
            PickLists lists) {
        String name = parameter.name();
        String value = given.getOrDefault(name, parameter.defaultValue());
        List<PickLists.Option> options = options(parameter, words, site, lists);
        if (CHOSEN.contains(parameter.type())) {
            // Whatever people call it: the list knows it by its slug.
            value = lists.thing(value, parameter.kinds())
                    .map(thing -> lists.slug(thing, parameter.kinds()))
                    .orElse(value);
        }
        return new Field(
                "ask-" + query.name() + "-" + name,
                name,
                parameter.type(),
                parameter.kinds(),
                words.help().get(name),
                value,
                any(parameter, site),
                hint(parameter, site, lists),
                parameter.required(),
                options,
                fault == null ? "" : told(fault, parameter, quoted(value), site),
                fault == null ? List.of() : instead(query, parameter, given, fault, site, lists));
    }

    private static List<PickLists.Option> options(Parameter parameter, QueryWords words, Site site, PickLists lists) {
        if (parameter.type() == ParameterType.CHOICE) {
            return parameter.choices().stream()
                    .map(choice -> new PickLists.Option(choice, words.choice(parameter.name(), choice), ""))
                    .toList();
        }
        return CHOSEN.contains(parameter.type()) ? lists.slugs(parameter.kinds(), site.language()) : List.of();
    }

    private static String told(Refusal.Fault fault, Parameter parameter, String value, Site site) {
        return switch (fault.wrong()) {
            case MISSING -> site.text("ask.missing");
            case REPEATED -> site.text("ask.repeated");
            case REVERSED -> site.text("ask.reversed");
            case AMBIGUOUS -> site.text("ask.ambiguous", value);
            case UNKNOWN -> site.text(fault.instead().isEmpty() ? "ask.unknown" : "ask.unknown-near", value);
            case MALFORMED ->
                site.text(
                        parameter.type() == ParameterType.CHOICE
                                ? "ask.no-choice"
                                : isNumberBeyond(parameter, value) ? "ask.beyond" : malformed(parameter),
                        value,
                        parameter.example());
        };
    }

    /** Whether it is a number as the question wants one, but too small or too large. */
    private static boolean isNumberBeyond(Parameter parameter, String value) {
        return parameter.type() == ParameterType.INTEGER && value.strip().matches("-?\\d+");
    }

    private static String malformed(Parameter parameter) {
        // A name of a thing can only be too long, as a text.
        ParameterType type = parameter.kinds().isEmpty() ? parameter.type() : ParameterType.TEXT;
        return "ask.malformed-" + type.label();
    }

    /** A value as a sentence quotes it: without marks that would turn the sentence around, and not too long. */
    private static String quoted(String value) {
        String plain = value.replaceAll("\\p{Cf}+", "");
        int end = plain.offsetByCodePoints(0, Math.min(MOST_QUOTED, plain.codePointCount(0, plain.length())));
        return end == plain.length() ? plain : plain.substring(0, end) + "…";
    }

    private static List<Link> instead(
            QueryFile query,
            Parameter parameter,
            Map<String, String> given,
            Refusal.Fault fault,
            Site site,
            PickLists lists) {
        String others = given.entrySet().stream()
                .filter(other -> !other.getKey().equals(parameter.name())
                        && !other.getValue().isBlank())
                .map(other -> "&" + Paths.encoded(other.getKey()) + "=" + Paths.encoded(other.getValue()))
                .collect(Collectors.joining());
        return fault.instead().stream()
                .map(slug -> new Link(
                        lists.thing(slug, parameter.kinds())
                                .map(thing -> lists.label(thing, site.language()))
                                .orElse(slug),
                        "/queries/" + query.name() + "?" + parameter.name() + "=" + Paths.encoded(slug) + others))
                .toList();
    }

    /** What stands for a parameter that is left open. */
    public static String any(Parameter parameter, Site site) {
        if (parameter.required() || !parameter.defaultValue().isEmpty()) {
            return "";
        }
        return parameter.kinds().equals(parameter.type().kinds())
                ? site.text("ask.any-" + parameter.type().label())
                : parameter.kinds().stream()
                        .map(kind -> site.text("ask.any-" + kind))
                        .collect(Collectors.joining(", "));
    }

    private static String hint(Parameter parameter, Site site, PickLists lists) {
        String any = any(parameter, site);
        return any.isEmpty()
                ? lists.thing(parameter.example(), parameter.kinds())
                        .map(thing -> lists.name(thing, parameter.kinds(), site.language()))
                        .orElse(parameter.example())
                : any;
    }

    /** Whether it is chosen from a few options. */
    public boolean chosen() {
        return !options.isEmpty();
    }

    /** Whether none of the options needs to be chosen, or none is chosen yet. */
    public boolean opens() {
        return value.isEmpty() || !any.isEmpty();
    }

    /** Whether it takes digits. */
    public boolean numeric() {
        return type == ParameterType.INTEGER || type == ParameterType.YEAR;
    }

    /** Whether there is a list of names to help with typing; of things of several kinds there would be too many. */
    public boolean listed() {
        return !chosen() && kinds.size() == 1;
    }

    /** The id of that list on the page. */
    public String list() {
        return "list-" + type.label();
    }

    /** The kinds of thing that can be suggested for it, separated by blanks; null if none can. */
    public String suggested() {
        return kinds.isEmpty() || chosen() ? null : String.join(" ", kinds);
    }

    /** The field's width in characters: as its value needs it, within bounds. */
    public int size() {
        if (kinds.isEmpty()) {
            return type == ParameterType.TEXT ? NARROWEST : 6;
        }
        return Math.max(24, Math.min(WIDEST, Math.max(value.length(), hint.length())));
    }
}
