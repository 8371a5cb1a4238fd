package org.genevagraph.cli.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genevagraph.Mini;
import org.junit.jupiter.api.Test;

/** What a curator does at the desk, over real HTTP, and what the tables then hold. */
class DeskCommandTest extends LadderDesk {
    @Test
    void whatIsAcceptedStandsInTheTablesInTheirOrderAndIsServed() throws Exception {
        String page = page();
        assertTrue(page.contains("In partnership with the Alpha Foundation"), page);
        assertTrue(page.contains("No fact cites this passage."), page);
        assertTrue(page.contains("organisation:alpha"), page);
        HttpResponse<String> early = send(form(page, "organisation:llt coConvenes steps-programme"), "accept");
        assertEquals(422, early.statusCode());
        assertTrue(early.body().contains("<strong>object</strong>: "), early.body());
        assertEquals(List.of(), table("statements/llt"));

        assertEquals(404, get("id/initiative/steps-programme").statusCode());
        assertEquals(303, send(programme(), "accept").statusCode());
        List<String> initiatives = table("initiatives");
        assertEquals(
                initiatives.stream().skip(1).sorted().toList(),
                initiatives.stream().skip(1).toList());
        assertTrue(
                initiatives.contains(
                        "steps-programme,Steps Programme,,,programme,Programme that lends ladders.,,,llt#2"),
                initiatives::toString);
        assertEquals(200, get("id/initiative/steps-programme").statusCode());

        Map<String, String> statement = form(page(), "organisation:llt coConvenes steps-programme");
        HttpResponse<String> looked = send(statement, "check");
        assertTrue(looked.body().contains("<strong>supported</strong>"), looked.body());
        assertTrue(looked.body().contains("<blockquote lang=\"en\">In partnership"), looked.body());
        assertEquals(List.of(), table("statements/llt"));
        assertEquals(303, send(statement, "accept").statusCode());
        assertEquals(
                List.of(
                        "subject,relation,object,via,role,from,until,standing,evidence",
                        "organisation:llt,coConvenes,steps-programme,,,2021,,stated,llt#2"),
                table("statements/llt"));
        assertTrue(get("id/organisation/llt").body().contains("Steps Programme"));
        assertFalse(page().contains("coConvenes steps-programme"));
        Mini.Run valid = Mini.geneva("validate", "--data", data.toString());
        assertEquals(0, valid.status(), valid.out());
    }

    @Test
    void whatThePassagesBearOutIsToldInFrenchOnAFrenchDesk() throws Exception {
        assertEquals(303, send(programme(), "accept").statusCode());
        Map<String, String> statement = form(page(), "organisation:llt coConvenes steps-programme");
        HttpResponse<String> borne = send(statement, "check", "Accept-Language", "fr");
        assertTrue(
                borne.body()
                        .contains(
                                "<strong>étayé par le texte</strong></span>\u202F: <span>Ladder Lending Trust coorganise"
                                        + " le Steps Programme</span>, <span>depuis 2021</span></p>"),
                borne.body());
        assertTrue(borne.body().contains("<blockquote lang=\"en\">In partnership"), borne.body());
        assertTrue(borne.body().contains("<span>un mot pour «\u202Fco-convenes"), borne.body());
        statement.put("cell.from", "1999");
        HttpResponse<String> open = send(statement, "check", "Accept-Language", "fr");
        assertTrue(open.body().contains("<strong>introuvable dans le texte</strong>"), open.body());
        assertTrue(open.body().contains("l’année 1999 n’apparaît pas"), open.body());
    }

    @Test
    void figuresAndThingsAreToldInFrenchAsWell() throws Exception {
        HttpResponse<String> thing = send(programme(), "check", "Accept-Language", "fr");
        assertTrue(thing.body().contains("<span>«\u202FSteps Programme\u202F» y est nommé</span>"), thing.body());
        HttpResponse<String> figure =
                send(form(page(), "organisation:llt ladders 12 ladders"), "check", "Accept-Language", "fr");
        assertTrue(
                figure.body().contains("<span>Ladder Lending Trust</span>, <span lang=\"en\">ladders: 12</span>"),
                figure.body());
    }

    /** The form of a row of one's own, with its cells filled in. */
    private Map<String, String> own(String table, Map<String, String> cells) throws Exception {
        Map<String, String> form =
                new LinkedHashMap<>(form(get("desk?own=" + table).body(), "\""));
        form.putAll(cells);
        return form;
    }

    @Test
    void whatAFrenchTextSaysIsMarkedAsFrench() throws Exception {
        add("ape", """
                L’Association pour les échelles (APE) est une organisation à but non lucratif des communes et du canton.
                En partenariat avec la Alpha Foundation, l’APE a publié le rapport « Rung by Rung » en mars 2023.
                """);
        server.close();
        server = desk("ape");
        String page = page();
        assertTrue(page.contains("<span lang=\"fr\">En partenariat avec"), page);
        assertFalse(page.contains("<span lang=\"en\">En partenariat avec"), page);
        Map<String, String> form = own(
                "statements/ape",
                Map.of(
                        "cell.subject", "organisation:ape",
                        "cell.relation", "partnerOf",
                        "cell.object", "organisation:alpha",
                        "cell.standing", "stated",
                        "cell.evidence", "ape#2"));
        HttpResponse<String> checked = send(form, "check");
        assertTrue(checked.body().contains("<blockquote lang=\"fr\">En partenariat avec"), checked.body());
        form.put("seen", hidden(checked.body(), "seen"));
        assertEquals(303, send(form, "accept").statusCode());
        String served = get("id/organisation/ape").body();
        assertTrue(served.contains("<blockquote lang=\"fr\">En partenariat avec"), served);
    }

    @Test
    void namesThatTheTablesHaveNearlySoAreShownBeforeTheyAreWritten() throws Exception {
        Map<String, String> form = own(
                "organisations",
                Map.of(
                        "cell.id", "gamma-offices",
                        "cell.name", "The Gamma Office",
                        "cell.kind", "unit",
                        "cell.summary", "Made up.",
                        "cell.evidence", "alpha#2"));
        HttpResponse<String> shown = send(form, "accept");
        assertEquals(200, shown.statusCode());
        assertTrue(
                shown.body().contains("has nearly the same name as &#39;Gamma Office&#39;")
                        || shown.body().contains("has nearly the same name as 'Gamma Office'"),
                shown.body());
        assertTrue(shown.body().contains("name=\"seen\""), shown.body());
        assertFalse(table("organisations").toString().contains("gamma-offices"));
        String seen = hidden(shown.body(), "seen");
        form.put("seen", "1");
        assertEquals(200, send(form, "accept").statusCode());
        form.put("seen", seen);
        HttpResponse<String> other = send(with(form, "cell.summary", "Made up otherwise."), "accept");
        assertEquals(200, other.statusCode(), "what was seen of one row says nothing of another");
        assertFalse(table("organisations").toString().contains("gamma-offices"));
        assertEquals(303, send(form, "accept").statusCode());
        assertTrue(table("organisations").toString().contains("gamma-offices"));
    }

    @Test
    void whatIsRefusedDoesNotComeAgainAndIsTakenBackByUndo() throws Exception {
        Map<String, String> form = form(page(), "organisation:llt ladders 12 ladders");
        assertEquals(400, send(form, "refuse").statusCode());
        form.put("reason", "no fact");
        assertEquals(303, send(form, "refuse").statusCode());
        assertEquals(
                List.of("source,table,proposal,reason", "llt,figures,organisation:llt | ladders | 12,no fact"),
                table("refused-proposals"));
        assertFalse(page().contains("ladders 12 ladders"));
        Mini.Run suggested = Mini.geneva("suggest", "llt", "--data", data.toString(), "--sources", texts.toString());
        assertFalse(suggested.out().contains("organisation:llt,ladders,12"), suggested.out());
        assertEquals(404, send(form, "refuse").statusCode());
        server.close();
        server = desk("llt");
        assertFalse(page().contains("ladders 12 ladders"));
        Files.delete(data.resolve("refused-proposals.csv"));
        assertTrue(page().contains("ladders 12 ladders"), "what others change in the files is taken over");
        form = form(page(), "organisation:llt ladders 12 ladders");
        form.put("reason", "no fact");
        send(form, "refuse");
        assertEquals(303, send(Map.of("word", form.get("word")), "undo").statusCode());
        assertTrue(page().contains("ladders 12 ladders"));
    }

    @Test
    void whoWorksThereGoesOnThereWhenSomethingIsRefused() throws Exception {
        Map<String, String> refused = form(page(), "organisation:llt ladders 12 ladders");
        refused.put("reason", "no fact");
        assertEquals(303, send(refused, "refuse").statusCode());
        HttpResponse<String> gone = send(refused, "refuse");
        assertEquals(404, gone.statusCode());
        assertTrue(gone.body().contains("role=\"alert\""), gone.body());
        assertTrue(gone.body().contains("there is no such proposal any more"), gone.body());
        assertTrue(gone.body().contains("steps-programme Steps Programme"), gone.body());

        Map<String, String> form = programme();
        server.close();
        server = desk("llt");
        HttpResponse<String> early = send(form, "accept");
        assertEquals(403, early.statusCode());
        assertTrue(early.body().contains("role=\"alert\""), early.body());
        assertEquals(
                "Programme that lends ladders.",
                form(early.body(), "steps-programme Steps Programme").get("cell.summary"),
                "what was typed before the desk was started anew");
        assertFalse(table("initiatives").toString().contains("steps-programme"));
        HttpResponse<String> others = send(form, "accept", "Sec-Fetch-Site", "cross-site");
        assertEquals(403, others.statusCode());
        assertFalse(others.body().contains("class=\"proposal"), others.body());
        assertEquals(
                303,
                send(form(early.body(), "steps-programme Steps Programme"), "accept")
                        .statusCode());
    }

    @Test
    void undoLeadsToWhatStandsThereAgain() throws Exception {
        Map<String, String> form = form(page(), "organisation:llt ladders 12 ladders");
        form.put("reason", "no fact");
        send(form, "refuse");
        HttpResponse<String> undone = send(Map.of("word", form.get("word")), "undo");
        assertEquals(303, undone.statusCode());
        assertTrue(undone.headers().firstValue("Location").orElse("").endsWith("#p-" + form.get("key")));
    }

    @Test
    void cellsAreFilledByWhatTheSentenceTellsAndOfferWhatTheyCanHold() throws Exception {
        String page = page();
        Map<String, String> report = form(page, "rung-by-rung Rung by Rung");
        assertEquals("report", report.get("cell.kind"));
        assertEquals("2023-03", report.get("cell.date"));
        assertTrue(page.contains("list=\"things\""), page);
        assertTrue(page.contains("<option value=\"organisation:alpha\">Alpha Foundation</option>"), page);
        assertTrue(page.contains("<option value=\"coConvenes\">"), page);
        assertTrue(page.contains("<datalist id=\"kinds-documents\">"), page);
        report.put("cell.kind", "");
        String wrong = send(report, "accept").body();
        assertTrue(
                Pattern.compile("name=\"cell.kind\"[^>]*aria-invalid=\"true\"")
                        .matcher(wrong)
                        .find(),
                wrong);
    }

    @Test
    void issuesAreProposedByWhatAllTextsTell() throws Exception {
        add(
                "rungs",
                "The Rungs Office (RUNGS) is a non-profit organisation that counts rungs.\n"
                        + IntStream.range(1, 40)
                                .mapToObj(i -> "It counted " + i + " rungs of a ladder made of wood.\n")
                                .collect(Collectors.joining()));
        add("ali", "The Ali Trust (ALI) is a foundation that lends wood.\nIt works on dialogue.\n");
        String proposal = "organisation:ali,addresses,dialogue,,,,,stated,ali#2";
        Mini.Run suggested = Mini.geneva("suggest", "ali", "--data", data.toString(), "--sources", texts.toString());
        assertTrue(suggested.out().contains(proposal), suggested.out());
        server.close();
        server = desk("ali");
        String page = page();
        assertTrue(page.contains("organisation:ali addresses dialogue"), page);
    }

    @Test
    void undoRestoresTheFile() throws Exception {
        String before = Files.readString(data.resolve("initiatives.csv"));
        Map<String, String> form = programme();
        assertEquals(303, send(form, "accept").statusCode());
        assertTrue(page().contains("initiatives: steps-programme"));
        assertEquals(303, send(Map.of("word", form.get("word")), "undo").statusCode());
        assertEquals(before, Files.readString(data.resolve("initiatives.csv")));
        assertEquals(404, get("id/initiative/steps-programme").statusCode());
        send(form, "accept");
        Files.writeString(data.resolve("initiatives.csv"), before + "zz,Zz,,,programme,Made up.,,,llt#2\n");
        HttpResponse<String> late = send(Map.of("word", form.get("word")), "undo");
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("changed by somebody else"), late.body());
        assertTrue(table("initiatives").toString().contains("zz,Zz"));
    }
}
