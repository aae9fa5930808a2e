import { everythingEmitted } from './emitted/everything.ts';
import { sampleHome } from '../packages/dev-server/src/index.ts';
const base = 'http://127.0.0.1:8291/fhir';
const list =
  process.argv[2] === 'home'
    ? sampleHome().resources.map((resource) => ({ from: 'home', resource }))
    : everythingEmitted(1);
const found = new Map();
let at = 0;
let n = 0;
await Promise.all(
  [1, 2, 3].map(async () => {
    while (at < list.length) {
      const { from, resource } = list[at++];
      n++;
      const r = await fetch(`${base}/${resource.resourceType}/$validate`, {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json', accept: 'application/fhir+json' },
        body: JSON.stringify(resource),
      });
      const o = await r.json();
      for (const i of o.issue ?? []) {
        if (!['error', 'fatal'].includes(i.severity)) continue;
        const k = JSON.stringify([
          (i.location?.[0] ?? '').replaceAll(/\[\d+\]/g, ''),
          i.details?.coding?.[0]?.code,
          (i.diagnostics ?? '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'),
        ]);
        const f = found.get(k) ?? { c: 0, from: new Set() };
        f.c++;
        f.from.add(from);
        found.set(k, f);
      }
    }
  }),
);
for (const [k, f] of [...found].sort((a, b) => b[1].c - a[1].c))
  console.log(f.c, k, [...f.from].slice(0, 4).join(' | '));
console.log(n);
