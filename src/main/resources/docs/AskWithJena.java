import org.apache.jena.sparql.exec.http.QueryExecHTTP;

public class AskWithJena {
    public static void main(String[] arguments) {
        String query = """
                PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT DISTINCT ?name WHERE {
                  <https://w3id.org/geneva-graph/id/organisation/gcsp> gg:partnerOf ?partner .
                  ?partner skos:prefLabel ?name
                } ORDER BY ?name
                """;
        try (var answer = QueryExecHTTP.service("http://127.0.0.1:3030/sparql").query(query).build()) {
            answer.select().forEachRemaining(row -> System.out.println(row.get("name").getLiteralLexicalForm()));
        }
    }
}
