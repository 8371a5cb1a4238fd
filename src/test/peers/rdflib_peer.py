"""rdflib behind the plainest door that speaks the protocol: a query as a form by POST, rows as JSON. The argument is a file of N-Triples."""
import sys
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer

import rdflib

GRAPH = rdflib.Graph().parse(sys.argv[1], format="nt")


class Door(BaseHTTPRequestHandler):
    def do_POST(self):
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        try:
            status, body = 200, GRAPH.query(urllib.parse.parse_qs(form)["query"][0]).serialize(format="json")
        except Exception as e:
            status, body = 500, repr(e).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/sparql-results+json" if status == 200 else "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


door = HTTPServer(("127.0.0.1", 0), Door)
print(door.server_port, flush=True)
door.serve_forever()
