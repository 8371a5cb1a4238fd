package org.genevagraph.source.web;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What stands on a web page beside its text: menus, banners about cookies, the way to the page, buttons, what is not shown. */
final class WebFurniture {
    private static final String APPARATUS =
            "script, noscript, template, nav, header nav, footer, form, button, iframe, svg, [hidden],"
                    + " [aria-hidden=true], [style~=(?i)display: ?none], [role=navigation], [role=banner], [role=dialog],"
                    + " [role=alertdialog], [role=search], [role=contentinfo], [role=menu], [role=menubar], [role=toolbar], .mw-editsection";

    /** What pages call such parts. */
    private static final Pattern CALLED = Pattern.compile(
            "(?i).*cookie.*|(?:.*[-_])?(?:consent|gdpr)(?:[-_].*)?|(?:.*[-_])?breadcrumbs?(?:[-_].*)?|skip[-_]?(?:to|nav|link|main).*"
                    + "|(?:(?:social|share|sharing)[-_]?)+(?:links?|buttons?|bar|icons?|media)?|(?:.*[-_])?sidebar(?:[-_](?:left|right|first|second))?"
                    + "|site[-_]?(?:header|footer|nav)|(?:main|top|site)?[-_]?(?:menu|nav|navbar|navigation)|pager|pagination"
                    + "|visually-?hidden|sr-only|screen-reader-(?:text|only)|newsletter(?:[-_].*)?");

    private static final Pattern SKIPS = Pattern.compile(
            "(?iu)(?:skip|jump|back) to .{1,30}|(?:aller|retour) (?:au|en) .{1,30}|ir al .{1,30}|top|haut");

    /** Signs that lead to a heading itself, or back from a note. */
    private static final Pattern SIGN = Pattern.compile("[#¶🔗↩↑^\uFE0E\uFE0F]{1,3}");

    private static final Set<String> PARTS = Set.of("ul", "ol", "p", "div", "header", "a");
    private static final String FACTS = "dl, table";
    private static final int FEWEST_ENTRIES = 3;

    private WebFurniture() {}

    /** Takes it from a page. */
    static void remove(Document page) {
        page.select(APPARATUS).remove();
        int most = page.body().text().length() / 2;
        page.body().select("[class], [id]").stream()
                .filter(element -> isCalledSo(element)
                        && element.text().length() < most
                        && element.select("h1").isEmpty())
                .forEach(WebFurniture::removeButFacts);
        page.select("a[href^=#]").stream()
                .filter(link -> SKIPS.matcher(link.text()).matches()
                        || SIGN.matcher(link.text()).matches())
                .forEach(Element::remove);
        page.select("ul, ol").stream().filter(WebFurniture::isOfContents).forEach(Element::remove);
        Element title = page.selectFirst("h1");
        if (title != null) {
            List<Element> before = page.body().getAllElements().stream()
                    .takeWhile(element -> !element.equals(title))
                    .filter(element -> PARTS.contains(element.normalName())
                            && element.select("h1").isEmpty()
                            && isOfLinks(element))
                    .toList();
            before.forEach(Element::remove);
        }
    }

    /** What a side bar says in a table or a list of terms, such as when a body was founded, is said nowhere else; it stays with its heading. */
    private static void removeButFacts(Element element) {
        boolean hasFacts = !element.is(FACTS)
                && element.is("[class*=sidebar], [id*=sidebar]")
                && element.select(FACTS).stream().anyMatch(facts -> !isOfLinks(facts));
        if (!hasFacts) {
            element.remove();
            return;
        }
        List<Element> others = element.children().stream()
                .filter(child -> !child.is(FACTS)
                        && child.select(FACTS).isEmpty()
                        && (child.nextElementSibling() == null
                                || !child.nextElementSibling().is(FACTS)))
                .toList();
        others.forEach(Element::remove);
    }

    private static boolean isCalledSo(Element element) {
        return CALLED.matcher(element.id()).matches()
                || element.classNames().stream()
                        .anyMatch(name -> CALLED.matcher(name).matches());
    }

    /** Whether a list leads to parts of the page itself. */
    private static boolean isOfContents(Element list) {
        return list.select("li").size() >= FEWEST_ENTRIES
                && list.select("li").stream()
                        .allMatch(item -> item.ownText().isBlank()
                                && item.select("a[href^=#]").text().length() > FEWEST_ENTRIES);
    }

    private static boolean isOfLinks(Element element) {
        int linked = element.select("a[href]").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return linked > 0 && linked * 2 > element.text().length();
    }
}
