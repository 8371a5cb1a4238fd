"""Joins a graph of one's own with a SPARQL endpoint by rdflib: the endpoint, the graph and the folder of queries are the arguments.
Writes what each query answers, by its name, as JSON."""
import json
import pathlib
import sys

import rdflib

endpoint, desk, folder = sys.argv[1:]
graph = rdflib.Graph().parse(desk)
answers = {}
for file in sorted(pathlib.Path(folder).glob("*.rq")):
    rows = graph.query(file.read_text("utf-8").replace("http://endpoint.example/sparql", endpoint))
    answers[file.stem] = [["" if value is None else str(value) for value in row] for row in rows]
json.dump(answers, sys.stdout)
