"""What the notebooks share: how they ask the server, and how they show what it answers."""
import io
import os
import textwrap
import types
import urllib.request

import matplotlib.pyplot as plt
import pandas
from IPython.display import Image as Picture
from IPython.display import Markdown, display
from PIL import Image
from SPARQLWrapper import CSV, SPARQLWrapper

BASE = os.environ.get("GENEVA_GRAPH", "http://127.0.0.1:3030").rstrip("/")

# The module of the canned queries, as the server hands it out to everybody.
geneva = types.ModuleType("geneva")
with urllib.request.urlopen(f"{BASE}/geneva.py") as module:
    exec(compile(module.read(), "geneva.py", "exec"), geneva.__dict__)
geneva.connect(BASE)

PREFIXES = """
PREFIX gg: <https://w3id.org/geneva-graph/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

# Colours of Okabe and Ito, which people with any kind of colour vision can tell apart.
BLUE, ORANGE, GREEN, RED, SKY, GREY = "#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#999999"

plt.rcParams.update({
    "figure.dpi": 90, "font.family": "DejaVu Sans", "font.size": 10, "axes.titlesize": 12, "axes.titleweight": "bold",
    "axes.spines.top": False, "axes.spines.right": False, "figure.facecolor": "white"})


def sparql(query):
    """The rows of a SPARQL query as a data frame."""
    endpoint = SPARQLWrapper(f"{BASE}/sparql")
    endpoint.setQuery(PREFIXES + query)
    endpoint.setReturnFormat(CSV)
    return pandas.read_csv(io.BytesIO(endpoint.query().convert()))


def slug(thing):
    """The last part of an IRI."""
    return thing.rsplit("/", 1)[-1]


def passages(evidence):
    """Passage IRIs, in a list or separated by blanks, as short as people cite them: gcsp#6."""
    return geneva.cited(evidence if isinstance(evidence, list) else "" if pandas.isna(evidence) else evidence)


def show(frame, **columns):
    """The named columns under the given headings, evidence short, silence as a dash."""
    shown = frame[list(columns)].astype(object)
    if "evidence" in columns:
        shown["evidence"] = shown["evidence"].map(passages)
    shown = shown.where(shown.notna(), "–").rename(columns=columns)
    display(HtmlTable(shown))


class HtmlTable:
    """A table without row numbers."""

    def __init__(self, frame):
        self.frame = frame

    def _repr_html_(self):
        with pandas.option_context("display.max_colwidth", None):
            return self.frame.to_html(index=False, border=0, justify="left")

    def __repr__(self):
        return self.frame.to_csv(index=False)


def say(sentence):
    """A sentence with numbers that were just computed, so that text and data cannot part."""
    display(Markdown(sentence))


def picture(figure, words):
    """Shows a figure with its description for those who cannot see it; few colours keep the file small."""
    drawn, small = io.BytesIO(), io.BytesIO()
    figure.savefig(drawn, bbox_inches="tight")
    plt.close(figure)
    Image.open(drawn).convert("RGB").quantize(160, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    display(Picture(small.getvalue(), alt=words))
    say(f"*In words: {words}*")


def wrap(words, width):
    return "\n".join(textwrap.wrap(words, width))
