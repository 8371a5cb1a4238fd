// Oxigraph behind the plainest door that speaks the protocol: a query or an update as a form by POST, rows as JSON, triples as N-Triples. The
// argument is a file of N-Triples that it holds from the beginning.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const { Store } = createRequire(resolve('target/peers/package.json'))('oxigraph');
const store = new Store();
if (process.argv[2]) store.load(readFileSync(process.argv[2]), { format: 'application/n-triples', no_transaction: true });

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  try {
    if (form.has('update')) {
      store.update(form.get('update'));
      response.writeHead(204).end();
      return;
    }
    const triples = /application\/n-triples/.test(request.headers.accept);
    const type = triples ? 'application/n-triples' : 'application/sparql-results+json';
    response.writeHead(200, { 'Content-Type': type }).end(store.query(form.get('query'), { results_format: type }));
  } catch (error) {
    response.writeHead(500, { 'Content-Type': 'text/plain' }).end(String(error));
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
