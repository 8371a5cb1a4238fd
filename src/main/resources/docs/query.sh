# A canned question, as CSV
curl -s "http://127.0.0.1:3030/queries/partners.csv?organisation=gcsp"

# A question of your own, in SPARQL
curl -s "http://127.0.0.1:3030/sparql" -H "Accept: text/csv" --data-urlencode "query=
  PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
  SELECT ?organisation WHERE { ?organisation gg:facilitates ?line } ORDER BY ?organisation"

# Only if the graph has changed since version $known
curl -s -o answer.csv -w "%{http_code}\n" -H "If-None-Match: \"$known\"" \
  "http://127.0.0.1:3030/queries/partners.csv?organisation=gcsp"
