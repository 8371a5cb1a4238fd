"""Geneva Graph in Python: its questions as functions, their answers as data frames.

    import geneva
    geneva.partners("gcsp")                     # a data frame; help(geneva.partners) says what it takes
    geneva.table("organisation")                # a row for each organisation, with all that is said of it
    geneva.network()                            # who works with whom, a networkx graph if networkx is there

There is nothing to install: this file needs pandas only. It asks the server at $GENEVA_GRAPH, by default http://127.0.0.1:3030, or the one
that connect() names. connect("geneva-graph.nq.gz"), or the folder of a release, works from a dump, without any server: tables, ties and the
network. The questions need a server, on this machine say.

In answers whole numbers are Int64, yes or no is boolean, recurring words are categories, evidence is a list of passages, and a date is the first
day (a pandas.Period) of what the sources say, with the column NAMEPrecision beside it: year, month or day.
"""
import gzip
import inspect
import json
import os
import pathlib
import re
import typing
import urllib.error
import urllib.parse
import urllib.request

import pandas

BASE = "https://w3id.org/geneva-graph/"
GG = BASE + "ontology#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SH = "http://www.w3.org/ns/shacl#"
_FEDERATES = "https://purl.expasy.org/sparql-examples/ontology#federatesWith"
_CATALOGUE = BASE + "graph/queries"
_NUMBERS = {"integer", "int", "long", "nonNegativeInteger", "positiveInteger"}
_FRACTIONS = {"decimal", "double", "float"}
_DATES = {"gYear", "gYearMonth", "date"}
_PARTIAL = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")
_PRECISION = {4: "year", 7: "month", 10: "day"}
#: Columns that hold a few words that come again and again.
_WORDS = {"standing", "certainty", "coverage", "kind", "relation", "relationLabel", "direction", "side", "status", "gap", "measure", "unit",
          "how", "reason", "said", "what"}
#: Columns that hold when something was.
_TIMES = {"when", "date", "since", "from", "until", "year"}

#: Who is asked, and what was learnt of it.
_here = {"graph": None}


class GenevaError(Exception):
    """What the server, or this module, says of a request that it cannot answer; its text says how to put it right."""


class Value(typing.NamedTuple):
    """A value in an answer: its text, and whether it is an IRI, or else the last part of its datatype's IRI and its language."""

    text: str
    iri: bool = False
    datatype: str = ""
    language: str = ""


class Parameter(typing.NamedTuple):
    """What a question can be given: name and type as in the catalogue, whether it is needed, default, choices and help."""

    name: str
    type: str
    required: bool
    default: str
    choices: tuple
    help: str


class Question(typing.NamedTuple):
    """A question of the catalogue: its name, what it answers, its parameters."""

    name: str
    summary: str
    description: str
    parameters: tuple


def connect(source=None):
    """Names the graph to ask: the address of a server, a dump in N-Quads (.nq or .nq.gz), or the folder of a release.

    Without it the first use asks $GENEVA_GRAPH, an address or a dump, or else http://127.0.0.1:3030. Returns the graph; raises GenevaError if
    there is no such file."""
    source = str(source or os.environ.get("GENEVA_GRAPH") or "http://127.0.0.1:3030")
    _here["graph"] = Server(source) if re.match(r"https?://", source) else Dump(pathlib.Path(source))
    return _here["graph"]


def _graph():
    return _here["graph"] or connect()


class Server:
    """A running server."""

    def __init__(self, address):
        self.address = address.rstrip("/")
        self._questions = None
        self._quads = (None, None)

    def get(self, path, accept="*/*", data=None):
        """The bytes at a path, and the version of the graph; raises GenevaError with the cause and the fix that the server names."""
        request = urllib.request.Request(self.address + path, data, {"Accept": accept, "User-Agent": "geneva.py"})
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.read(), answer.headers.get("X-Graph-Version", "")
        except urllib.error.HTTPError as error:
            with error:
                told = error.read().decode("utf-8", "replace")
            try:
                problem = json.loads(told)
                told = problem.get("detail") or problem["title"]
            except (ValueError, KeyError):
                pass
            raise GenevaError(told.strip()) from None
        except urllib.error.URLError as error:
            raise GenevaError(f"{self.address} does not answer ({error.reason}) – start ./geneva serve, or connect(…) to another server "
                              "or to a dump") from None

    def questions(self):
        """The questions of the catalogue, by name."""
        if self._questions is None:
            catalogue = json.loads(self.get("/queries", "application/json")[0])
            self._questions = {entry["name"]: Question(entry["name"], entry["summary"], entry["description"], tuple(
                Parameter(one["name"], one["type"], one["required"], one["default"], tuple(one["choices"]), one["help"])
                for one in entry["params"])) for entry in catalogue}
        return self._questions

    def answer(self, question, given):
        """Columns and rows, as (columns, rows of Value or None by column)."""
        text, version = self.get(f"/queries/{question.name}.json?" + urllib.parse.urlencode(given))
        return _solutions(text, version)

    def sparql(self, query):
        """The same for a query of one's own."""
        data = urllib.parse.urlencode({"query": query}).encode()
        return _solutions(*self.get("/sparql", "application/sparql-results+json", data))

    def quads(self):
        """All quads, from the dump that the server offers."""
        version = json.loads(self.get("/health")[0])["version"]
        if self._quads[0] != version:
            text = gzip.decompress(self.get("/dump/geneva-graph.nq.gz")[0]).decode("utf-8")
            self._quads = (version, _parsed(text))
        return self._quads[1]


def _solutions(text, version):
    answer = json.loads(text)
    rows = [{name: Value(value["value"], value["type"] == "uri", value.get("datatype", "").rsplit("#", 1)[-1], value.get("xml:lang", ""))
             for name, value in row.items()} for row in answer["results"]["bindings"]]
    return answer["head"]["vars"], rows, version


class Dump:
    """A dump in N-Quads, or a release's folder with one in it."""

    def __init__(self, path):
        if path.is_dir():
            found = sorted(path.rglob("*.nq.gz")) + sorted(path.rglob("*.nq"))
            if not found:
                raise GenevaError(f"{path} holds no .nq or .nq.gz – ./geneva export nq FILE writes one")
            path = found[-1]
        if not path.is_file():
            raise GenevaError(f"{path} is not there – give the address of a server, a dump (.nq, .nq.gz), or the folder of a release")
        self.path = path
        self._quads = None

    def text(self):
        """The N-Quads."""
        bytes_read = self.path.read_bytes()
        return (gzip.decompress(bytes_read) if self.path.name.endswith(".gz") else bytes_read).decode("utf-8")

    def quads(self):
        """All quads."""
        if self._quads is None:
            self._quads = _parsed(self.text())
        return self._quads

    def questions(self):
        """The questions that the dump's own catalogue holds, by name."""
        about = {}
        for subject, property_, value, graph in self.quads():
            if graph == _CATALOGUE:
                about.setdefault(subject, {}).setdefault(property_, []).append(value)
        start, named = BASE + "id/query/", {}
        for query, facts in about.items():
            if Value(_SH + "SPARQLExecutable", True) not in facts.get(_RDF + "type", []):
                continue
            if _FEDERATES in facts:
                # An example for elsewhere, which no server answers by its name.
                continue
            parameters = []
            for one in facts.get(_SH + "parameter", []):
                its = about[one.text]

                def said(name, its=its):
                    return its.get(_SH + name, [Value("")])[0].text
                needed = said("optional") == "false" and not said("defaultValue")
                parameters.append(Parameter(said("name"), "thing" if said("nodeKind") else "text", needed, said("defaultValue"), (),
                                            said("description")))
            summary = facts["http://www.w3.org/2000/01/rdf-schema#label"][0].text
            description = facts["http://www.w3.org/2000/01/rdf-schema#comment"][0].text[len(summary):].strip()
            name = query.rsplit("/", 1)[-1]
            parameters.sort(key=lambda one: (not one.required, one.name))
            named[name] = Question(name, summary, description, tuple(parameters))
        if not named:
            raise GenevaError(f"{self.path} has no catalogue of questions ({start}…) – use a whole dump, as ./geneva export nq writes it")
        return dict(sorted(named.items()))

    def answer(self, question, given):
        """Raises GenevaError: a question needs a server."""
        raise GenevaError(f"a dump cannot be asked {question.name} – its table(), ties() and network() are there; for questions start "
                          "./geneva serve, which needs no network either, and connect() to it")

    def sparql(self, query):
        """Raises GenevaError: a query needs a server."""
        raise GenevaError("a dump cannot be asked a query – its table(), ties() and network() are there; for queries start ./geneva serve, "
                          "which needs no network either, and connect() to it")


_QUAD = re.compile(r'^<([^>]*)> <([^>]*)> (?:<([^>]*)>|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?)(?: <([^>]*)>)? \.$')
_ESCAPE = re.compile(r'\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)')
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def _parsed(text):
    quads = []
    for line in text.split("\n"):
        match = _QUAD.match(line)
        if match:
            subject, property_, iri, literal, language, datatype, graph = match.groups()
            if iri is None:
                if "\\" in literal:
                    literal = _ESCAPE.sub(lambda one: chr(int(one[1][1:], 16)) if len(one[1]) > 1 else _ESCAPED.get(one[1], one[1]), literal)
                value = Value(literal, False, (datatype or "").rsplit("#", 1)[-1], language or "")
            else:
                value = Value(iri, True)
            quads.append((subject, property_, value, graph or ""))
    return quads


def questions():
    """The questions that can be asked, each a function of this module: a data frame of name, what it answers and what it takes."""
    return pandas.DataFrame([{"function": name.replace("-", "_"), "answers": question.summary, "takes": ", ".join(map(_column, question.parameters))}
                             for name, question in _graph().questions().items()])


def ask(name, **given):
    """The answer to a question of the catalogue by its name, as a data frame.

    Raises GenevaError for an unknown question, parameter or value, with the nearest names."""
    known = _graph().questions()
    question = known.get(name.replace("_", "-"))
    if question is None:
        raise GenevaError(f"there is no question '{name}' – these are there: {', '.join(known)}")
    values = {key.rstrip("_").replace("_", "-"): value for key, value in given.items() if value is not None and value != ""}
    return _frame(*_graph().answer(question, values))


def sparql(query):
    """The answer to a SPARQL SELECT query of one's own, as a data frame of the same types."""
    return _frame(*_graph().sparql(query))


def _column(parameter):
    name = parameter.name.replace("-", "_")
    return name + "_" if name in ("from", "in", "is", "as", "class") else name


def _signature(question):
    types = {"integer": int, "year": int}
    parameters = []
    for one in sorted(question.parameters, key=lambda one: not one.required):
        kind = typing.Literal[one.choices] if one.choices else types.get(one.type, str)
        default = inspect.Parameter.empty if one.required else int(one.default) if kind is int and one.default else one.default or None
        parameters.append(inspect.Parameter(_column(one), inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=kind))
    return inspect.Signature(parameters, return_annotation=pandas.DataFrame)


def _function(question):
    signature = _signature(question)

    def asked(*values, **named):
        given = signature.bind(*values, **named).arguments
        return ask(question.name, **given)

    asked.__name__ = asked.__qualname__ = question.name.replace("-", "_")
    asked.__module__ = __name__
    asked.__signature__ = signature
    asked.__annotations__ = {name: one.annotation for name, one in signature.parameters.items()}
    lines = [question.summary, "", question.description, ""]
    lines += [f"{_column(one)}: {one.help}" + (f"; one of {', '.join(one.choices)}" if one.choices else f" ({one.type})")
              for one in question.parameters]
    asked.__doc__ = "\n".join(lines).strip()
    return asked


def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(name)
    question = _graph().questions().get(name.replace("_", "-"))
    if question is None:
        raise AttributeError(f"geneva has no '{name}'; geneva.questions() lists what can be asked")
    return _function(question)


def __dir__():
    return sorted(set(globals()) | {name.replace("-", "_") for name in _graph().questions()})


def _is_list(value):
    return value is not None and not value.iri and all(word.startswith(BASE + "id/") for word in value.text.split()) and value.text != ""


def _frame(columns, rows, version=""):
    frame = pandas.DataFrame(index=range(len(rows)))
    for name in columns:
        values = [row.get(name) for row in rows]
        for column, series in _typed(name, values):
            frame[column] = series
    frame.attrs["version"] = version
    return frame


def _typed(name, values):
    """The columns that a variable makes, each as (name, series): a date makes two."""
    there = [value for value in values if value is not None and value.text != ""]
    texts = [None if value is None or value.text == "" else value.text for value in values]
    datatypes = {value.datatype for value in there if not value.iri}
    literal = bool(there) and not any(value.iri for value in there)
    if name == "evidence" or (literal and all(map(_is_list, there))):
        return [(name, pandas.Series([text.split() if text else [] for text in texts], dtype="object"))]
    if literal and datatypes <= _NUMBERS:
        return [(name, pandas.Series([None if text is None else int(text) for text in texts], dtype="Int64"))]
    if literal and datatypes <= _NUMBERS | _FRACTIONS:
        return [(name, pandas.Series([None if text is None else float(text) for text in texts], dtype="Float64"))]
    if literal and datatypes == {"boolean"}:
        return [(name, pandas.Series([None if text is None else text in ("true", "1") for text in texts], dtype="boolean"))]
    partial = all(_PARTIAL.match(value.text) for value in there)
    if (literal and datatypes <= _DATES and partial) or (name in _TIMES and partial and (literal or not there)):
        return _dates(name, texts)
    return [(name, pandas.Series(texts, dtype="category" if name in _WORDS else "object"))]


def _dates(name, texts):
    # Periods of a day, since timestamps of nanoseconds begin in 1677 and universities do not.
    days = pandas.PeriodIndex([pandas.NaT if text is None else pandas.Period((text + "-01-01")[:10], "D") for text in texts], freq="D")
    words = pandas.Categorical([None if text is None else _PRECISION[len(text)] for text in texts], ["year", "month", "day"])
    return [(name, pandas.Series(days)), (name + "Precision", pandas.Series(words))]


def table(kind):
    """All things of a kind, a row each: organisation, initiative, issue, document, commitment, statement, passage …

    A column is a property, by its name without namespace; of texts in several languages the English one has this name, another adds its
    language (prefLabel_fr). A property of which any thing has several values is a list in every row. Raises GenevaError for an unknown kind."""
    start, things, columns, several = f"{BASE}id/{kind}/", {}, {}, set()
    seen = set()
    for subject, property_, value, graph in _graph().quads():
        if not subject.startswith(start) or graph.endswith(("/standard", "/catalogue")) or (subject, property_, value) in seen:
            continue
        seen.add((subject, property_, value))
        name = re.split(r"[#/]", property_)[-1] + ("" if value.language in ("", "en") else "_" + value.language)
        cell = things.setdefault(subject, {}).setdefault(name, [])
        cell.append(value)
        columns.setdefault(name)
        if len(cell) > 1:
            several.add(name)
    if not things:
        raise GenevaError(f"there is no {kind} in the graph – kinds are {', '.join(kinds())}")
    frame = pandas.DataFrame({kind: sorted(things)})
    frame["slug"] = frame[kind].str[len(start):]
    for name in columns:
        cells = [things[thing].get(name, []) for thing in frame[kind]]
        if name in several:
            frame[name] = pandas.Series([sorted(value.text for value in cell) for cell in cells], dtype="object")
        else:
            for column, series in _typed(name, [cell[0] if cell else None for cell in cells]):
                frame[column] = series
    return frame


def kinds():
    """The kinds of thing that table() knows."""
    start = BASE + "id/"
    return sorted({subject[len(start):].split("/")[0] for subject, *_ in _graph().quads() if subject.startswith(start)})


def ties():
    """Who works with whom, a row for each tie: a, b, their names, through what, standing and evidence."""
    facts, names = {}, {}
    for subject, property_, value, graph in _graph().quads():
        if property_ == _SKOS + "prefLabel" and value.language == "en":
            names.setdefault(subject, value.text)
        elif subject.startswith(BASE + "id/statement/"):
            facts.setdefault(subject, {}).setdefault(property_, set()).add(value.text)
    rows = set()
    for fact in facts.values():
        if GG + "partnerOf" in fact.get(_RDF + "predicate", ()):
            (a,), (b,), (standing,) = fact[_RDF + "subject"], fact[_RDF + "object"], fact[GG + "standing"]
            rows.add((*sorted((a, b)), next(iter(fact.get(GG + "via", [None]))), slug(standing), " ".join(sorted(fact[GG + "evidence"]))))
    merged = {}
    for a, b, via, standing, evidence in rows:
        merged.setdefault((a, b, via or "", standing), set()).update(evidence.split())
    frame = pandas.DataFrame([{"a": a, "aLabel": names.get(a), "b": b, "bLabel": names.get(b), "via": via or None, "viaLabel": names.get(via),
                               "standing": standing, "evidence": sorted(evidence)} for (a, b, via, standing), evidence in sorted(merged.items())],
                             columns=["a", "aLabel", "b", "bLabel", "via", "viaLabel", "standing", "evidence"])
    return frame.astype({"standing": "category"})


def network():
    """Who works with whom: a networkx.MultiGraph of organisations with label, acronym and coverage, its edges with via, standing and evidence.

    Without networkx, a pair of data frames: the organisations and the ties."""
    edges, organisations = ties(), table("organisation").set_index("organisation")
    try:
        import networkx
    except ImportError:
        return organisations.loc[sorted(set(edges.a) | set(edges.b))], edges
    graph = networkx.MultiGraph()
    for node in sorted(set(edges.a) | set(edges.b)):
        row = organisations.loc[node]
        short = row.get("acronym")
        graph.add_node(node, label=row["prefLabel"], acronym=short if isinstance(short, str) else ", ".join(short or []),
                       coverage=slug(row.get("coverage") or ""))
    for row in edges.itertuples():
        graph.add_edge(row.a, row.b, via=row.via, viaLabel=row.viaLabel, standing=row.standing, evidence=row.evidence)
    return graph


def slug(thing):
    """The last part of an IRI."""
    return re.split(r"[/#]", thing)[-1]


def cited(passages):
    """Passages as short as people cite them, separated by blanks: gcsp#6."""
    words = passages if isinstance(passages, (list, tuple)) else str(passages or "").split()
    return " ".join("#".join(word.rsplit("/", 2)[1:]) for word in words)
