"""What analysts do with the running server: its address is the only argument. Ends with status 1 at the first surprise."""
import sys

import pandas
import rdflib
from SPARQLWrapper import CSV, JSON, TURTLE, SPARQLWrapper

base = sys.argv[1].rstrip("/")
partners = pandas.read_csv(f"{base}/queries/shared-partners.csv?a=GCSP&b=cyberpeace-institute&scope=involved")
assert list(partners["partnerLabel"].unique()) == ["European Union"], partners
assert len(partners) == 3, partners
assert partners["evidence"].str.startswith("https://w3id.org/geneva-graph/id/passage/").all(), partners

commitments = pandas.read_csv(f"{base}/queries/commitments-by-sdg.csv?sdg=sdg-9")
assert commitments["namesAll"].dtype == bool, commitments.dtypes
figures = pandas.read_csv(f"{base}/sparql?query=PREFIX%20gg:%20%3Chttps://w3id.org/geneva-graph/ontology%23%3E%20"
                          "SELECT%20?value%20%7B%20?f%20gg:value%20?value%20%7D&format=csv")
assert figures["value"].dtype.kind == "f", figures.dtypes

query = """
PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
SELECT ?words WHERE { ?passage a gg:Passage ; gg:words ?words } ORDER BY DESC(?words) LIMIT 3
"""
wrapper = SPARQLWrapper(f"{base}/sparql")
wrapper.setQuery(query)
wrapper.setReturnFormat(JSON)
rows = wrapper.query().convert()["results"]["bindings"]
assert len(rows) == 3 and rows[0]["words"]["datatype"].endswith("#integer"), rows
wrapper.setReturnFormat(CSV)
assert wrapper.query().convert().startswith(b"words"), "CSV"
wrapper.setMethod("POST")
wrapper.setReturnFormat(JSON)
assert len(wrapper.query().convert()["results"]["bindings"]) == 3, "POST"
wrapper.setQuery("CONSTRUCT WHERE { <https://w3id.org/geneva-graph/id/organisation/gcsp> ?p ?o }")
wrapper.setReturnFormat(TURTLE)
graph = rdflib.Graph().parse(data=wrapper.query().convert(), format="turtle")
assert len(graph) > 10, len(graph)

remote = rdflib.Graph("SPARQLStore")
remote.open(f"{base}/sparql")
answer = list(remote.query("SELECT ?o WHERE { <https://w3id.org/geneva-graph/id/organisation/gcsp> ?p ?o }"))
assert len(answer) > 10, answer

print(f"pandas {pandas.__version__}, rdflib {rdflib.__version__} and SPARQLWrapper got their answers")
