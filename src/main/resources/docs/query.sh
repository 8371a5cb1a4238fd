# A canned question, as CSV
curl -s "http://127.0.0.1:3030/queries/partners.csv?organisation=gcsp"

# A question of your own, in SPARQL
curl -s "http://127.0.0.1:3030/sparql" -H "Accept: text/csv" --data-urlencode "query=
  PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
  SELECT ?organisation WHERE { ?organisation gg:facilitates ?line } ORDER BY ?organisation"

# Once, and from then on only if the answer has changed
curl -s -o answer.csv --etag-save answer.etag "http://127.0.0.1:3030/queries/partners.csv?organisation=gcsp"
curl -s -o answer.csv --etag-compare answer.etag -w "%{http_code}\n" "http://127.0.0.1:3030/queries/partners.csv?organisation=gcsp"
