package org.genevagraph.browser;

import java.nio.file.Path;
import org.genevagraph.Texts;
import org.junit.jupiter.api.io.TempDir;

/** The desk in a browser, worked with the keyboard alone; keys are counted. */
abstract class DeskByKeyboard extends SiteInBrowser {
    /** The made-up profile, if it is there. */
    static final Path GIVEN = Path.of("../shared/cases/profile-jura-trust-lab.txt");

    /** The body that it is about. */
    static final String SOURCE = "jura-trust-lab";

    @TempDir
    Path folder;

    /** How many keys were pressed. */
    int keys;

    void press(String key) {
        page.keyboard().press(key);
        keys++;
    }

    void type(String words) {
        page.keyboard().type(words);
        keys += words.length();
    }

    /** Presses a key that sends a form, and waits for the page that comes. */
    void sends(String key) {
        Object before = page.evaluate("performance.timeOrigin");
        press(key);
        page.waitForFunction(
                "before => performance.timeOrigin !== before && document.readyState === 'complete'", before);
    }

    /** Adds a profile of the body to tables and texts. */
    static void add(Path profile, Path data, Path texts) {
        Texts.add(profile, data, texts, "--kind", "profile", "--about", SOURCE);
    }
}
