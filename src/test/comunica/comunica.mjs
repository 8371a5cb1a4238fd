// What the scripts here share: an engine of Comunica from where it is installed, and a fetch that counts.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

export function engine(installed, name) {
  const require = createRequire(resolve(join(installed, 'package.json')));
  return new (require(name).QueryEngine)();
}

export function counting() {
  const requests = [];
  return {
    requests,
    fetch: (to, init) => {
      requests.push(typeof to === 'string' ? to : to.url);
      return fetch(to, init);
    },
  };
}

export async function rows(comunica, text, context) {
  const answer = await comunica.query(text, context);
  const names = (await answer.metadata()).variables.map(each => (each.variable ?? each).value);
  return (await (await answer.execute()).toArray()).map(row => names.map(name => row.get(name)?.value ?? ''));
}
