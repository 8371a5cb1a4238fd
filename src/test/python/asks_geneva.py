"""Asks a server, then a dump, through geneva.py as a notebook would; ends with an error at the first answer that is not what it should be."""
import inspect
import json
import pathlib
import sys
import typing
import urllib.request

sys.dont_write_bytecode = True
address, folder = sys.argv[1].rstrip("/"), pathlib.Path(sys.argv[2])
with urllib.request.urlopen(address + "/geneva.py") as served:
    (folder / "geneva.py").write_bytes(served.read())
sys.path.insert(0, str(folder))
import geneva  # noqa: E402 (it has just been fetched)

with urllib.request.urlopen(urllib.request.Request(address + "/queries", headers={"Accept": "application/json"})) as served:
    catalogue = json.load(served)

# The module asks the server that it came from, and has a function with a signature and a type for each question.
asked = 0
for entry in catalogue:
    function = getattr(geneva, entry["name"].replace("-", "_"))
    parameters = inspect.signature(function).parameters
    assert len(parameters) == len(entry["params"]), entry["name"]
    assert entry["summary"] in function.__doc__ and function.__name__ in dir(geneva)
    for one in entry["params"]:
        # A word of the language gets a line behind it.
        name = one["name"].replace("-", "_")
        parameter = parameters[name if name in parameters else name + "_"]
        assert (parameter.default is inspect.Parameter.empty) == one["required"], (entry["name"], one)
        if one["choices"]:
            assert list(typing.get_args(parameter.annotation)) == one["choices"]
    if "csv" in entry["formats"]:
        frame = function(*[one["example"] for one in entry["params"] if one["required"]])
        asked += len(frame) > 0
        for column, kind in frame.dtypes.items():
            if column == "evidence":
                assert all(isinstance(cell, list) for cell in frame[column]), entry["name"]
            if column == "standing":
                assert kind == "category", entry["name"]
            if column + "Precision" in frame:
                assert str(kind) == "period[D]", (entry["name"], column, kind)
assert asked > 20, asked

frame = geneva.most_connected()
assert str(frame.partners.dtype) == "Int64" and frame.partners.max() > 1
assert frame.attrs["version"]
assert len(geneva.questions()) == len(catalogue)
assert len(geneva.sparql("SELECT ?a WHERE { VALUES ?a { 1 2 } }")) == 2
for wrong, told in ((lambda: geneva.partners("no-such-organisation"), "no-such-organisation"), (lambda: geneva.ask("nothing"), "partners"),
                    (lambda: geneva.table("nothing"), "organisation"), (lambda: geneva.connect("no-such-file.nq"), "no-such-file.nq")):
    try:
        wrong()
        raise AssertionError(told)
    except geneva.GenevaError as error:
        assert told in str(error), error

# From a dump, without any network, tables and ties are the same.
online = geneva.connect(address)
tables = {kind: geneva.table(kind) for kind in ("organisation", "statement", "initiative")}
ties, network = geneva.ties(), geneva.network()
with urllib.request.urlopen(address + "/dump/geneva-graph.nq.gz") as served:
    (folder / "geneva-graph.nq.gz").write_bytes(served.read())
for place in (folder / "geneva-graph.nq.gz", folder):
    geneva.connect(place)
    assert len(geneva.questions()) == len(catalogue)
    try:
        geneva.partners("gcsp")
        raise AssertionError("asked a dump")
    except geneva.GenevaError as error:
        assert "./geneva serve" in str(error), error
    for kind, table in tables.items():
        assert len(table) > 20 and table.astype(str).equals(geneva.table(kind).astype(str)), kind
    assert len(ties) > 20 and ties.astype(str).equals(geneva.ties().astype(str))
frames = isinstance(network, tuple)
assert (len(network[0]) if frames else network.number_of_nodes()) > 20
assert (len(network[1]) if frames else network.number_of_edges()) == len(ties)
print("asked", asked, "questions; all is well")
