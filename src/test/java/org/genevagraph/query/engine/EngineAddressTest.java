package org.genevagraph.query.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks an engine, as the environment says it. */
class EngineAddressTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', '', ''",
        "ada, secret, '', Basic YWRhOnNlY3JldA==",
        "'', secret, '', ''",
        "'', '', abc.def, Bearer abc.def",
        "ada, secret, abc.def, Bearer abc.def"
    })
    void tokenOrNameAndPasswordAreSent(String user, String password, String token, String sent) {
        EngineAddress address = EngineAddress.of(
                "http://127.0.0.1:1/query",
                "http://127.0.0.1:1/update",
                Map.of("GENEVA_STORE_USER", user, "GENEVA_STORE_PASSWORD", password, "GENEVA_STORE_TOKEN", token));
        assertEquals(sent, address.authorization().orElse(""));
    }
}
