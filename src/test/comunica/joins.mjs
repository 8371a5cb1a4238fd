// Joins a graph of one's own with a SPARQL endpoint: where Comunica is installed, the endpoint, the graph and the folder of queries are the
// arguments. Writes what each query answers as JSON: with SERVICE, and without it, where Comunica finds out by itself who knows what; and
// the requests that this takes.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { counting, engine, rows } from './comunica.mjs';

const [installed, endpoint, desk, folder] = process.argv.slice(2);
const own = { type: 'serialized', value: readFileSync(desk, 'utf8'), mediaType: 'text/turtle', baseIRI: 'http://desk.example/' };
const both = [own, { type: 'sparql', value: endpoint }];
const answers = {};
for (const file of readdirSync(folder).filter(name => name.endsWith('.rq')).sort()) {
  const query = readFileSync(join(folder, file), 'utf8');
  const answer = {};
  for (const [way, text, sources] of [
    ['called', query.replaceAll('http://endpoint.example/sparql', endpoint), [own]],
    ['found', query.replaceAll('SERVICE <http://endpoint.example/sparql>', ''), both],
  ]) {
    const { fetch, requests } = counting();
    const comunica = engine(installed, '@comunica/query-sparql');
    const start = performance.now();
    try {
      answer[way] = { rows: await rows(comunica, text, { sources, fetch }) };
    } catch (error) {
      answer[way] = { error: String(error) };
    }
    answer[way].requests = requests.length;
    answer[way].ms = Math.round(performance.now() - start);
  }
  answers[file.replace('.rq', '')] = answer;
}
console.log(JSON.stringify(answers));
