from SPARQLWrapper import JSON, SPARQLWrapper

endpoint = SPARQLWrapper("http://127.0.0.1:3030/sparql")
endpoint.setReturnFormat(JSON)
endpoint.setQuery("""
    PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    SELECT ?name ?passage WHERE {
      ?statement rdf:subject <https://w3id.org/geneva-graph/id/organisation/gcsp> ;
        rdf:predicate gg:partnerOf ; rdf:object ?partner ; gg:evidence ?passage .
      ?partner skos:prefLabel ?name
    } ORDER BY ?name ?passage
""")
for row in endpoint.query().convert()["results"]["bindings"]:
    print(row["name"]["value"], row["passage"]["value"])
