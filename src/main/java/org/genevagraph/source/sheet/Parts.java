package org.genevagraph.source.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.genevagraph.problem.Problem;
import org.genevagraph.problem.ProblemException;

/** The parts of a spreadsheet's archive. */
final class Parts {
    /** What is unpacked at most, so that a small file cannot fill the memory. */
    private static final int MOST_BYTES = 64 << 20;

    private final String shown;
    private final Map<String, byte[]> parts = new HashMap<>();

    private Parts(String shown) {
        this.shown = shown;
    }

    static Parts of(String shown, byte[] bytes) throws ProblemException {
        Parts parts = new Parts(shown);
        if (bytes.length == 0) {
            throw parts.wrong("is empty", "save it again as .xlsx or .ods");
        }
        if (bytes.length > 3 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF && bytes[2] == 0x11) {
            throw parts.wrong(
                    "is protected by a password, or a spreadsheet of an old program",
                    "take the password away, or save it as .xlsx or .ods");
        }
        if (bytes[0] != 'P' || bytes.length < 4 || bytes[1] != 'K') {
            throw parts.wrong(
                    "is no spreadsheet, whatever its name says",
                    "save it as .xlsx or .ods, or give it the ending .csv if it is text");
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int room = MOST_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] unpacked = zip.readNBytes(room + 1);
                room -= unpacked.length;
                if (room < 0) {
                    throw parts.wrong(
                            "unpacks to more than " + (MOST_BYTES >> 20) + " MiB, which is the limit",
                            "save its sheets as CSV");
                }
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    parts.parts.put(entry.getName(), unpacked);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw parts.wrong("is a damaged archive", "get the file again, or save its sheets as CSV");
        }
        return parts;
    }

    String shown() {
        return shown;
    }

    ProblemException wrong(String message, String fix) {
        return new ProblemException(Problem.error(shown, 0, "", message, fix));
    }

    ProblemException damaged() {
        return wrong("is no spreadsheet of its kind, or a damaged one", "open and save it again as .xlsx or .ods");
    }

    /** A part that has to be there. */
    XMLStreamReader required(String name) throws ProblemException {
        return part(name).orElseThrow(this::damaged);
    }

    /** A part, read without any document type. */
    Optional<XMLStreamReader> part(String name) throws ProblemException {
        byte[] bytes = parts.get(name);
        if (bytes == null) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return Optional.of(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    /** An attribute by its name without prefix; empty if there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        List<String> all = attributes(xml, name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** The attributes of a name, whatever their prefixes. */
    static List<String> attributes(XMLStreamReader xml, String name) {
        return IntStream.range(0, xml.getAttributeCount())
                .filter(i -> xml.getAttributeLocalName(i).equals(name))
                .mapToObj(xml::getAttributeValue)
                .toList();
    }

    /** An attribute that is a whole number; the other number if there is none. */
    static int number(XMLStreamReader xml, String name, int other) throws XMLStreamException {
        String value = attribute(xml, name);
        try {
            return value.isEmpty() ? other : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new XMLStreamException(name + " is no number", e);
        }
    }
}
