import rdflib
from rdflib.namespace import RDFS, SKOS

base = "http://127.0.0.1:3030"
gg = rdflib.Namespace("https://w3id.org/geneva-graph/ontology#")
ontology = rdflib.Graph().parse(f"{base}/ontology.ttl", format="turtle")
for relation in sorted(ontology.subjects(gg.partnerGrade, rdflib.Literal(True))):
    print(ontology.value(relation, RDFS.label), "-", ontology.value(relation, SKOS.definition))
