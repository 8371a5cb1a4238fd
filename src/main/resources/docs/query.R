base <- "http://127.0.0.1:3030"
partners <- read.csv(paste0(base, "/queries/partners.csv?organisation=gcsp"))
print(unique(partners[c("partnerLabel", "standing")]))

query <- "PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
SELECT ?issue (COUNT(?who) AS ?organisations) WHERE {
  ?who a gg:Organisation ; gg:addresses ?issue
} GROUP BY ?issue ORDER BY DESC(?organisations) ?issue LIMIT 5"
issues <- read.csv(paste0(base, "/sparql?format=csv&query=", URLencode(query, reserved = TRUE)))
print(issues)
