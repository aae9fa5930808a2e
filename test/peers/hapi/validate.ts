/**
 * Has a running HAPI FHIR server validate every resource of the sample home against the profiles that it claims. The
 * server must have the UK Core definitions: see README.md.
 *
 *   validate.ts [BASE] [--most N]    N: how many resources of each profile (default: all)
 *
 * Prints each kind of error once, with the number of resources, and exits with 1 if there is any.
 */
import { parseArgs } from 'node:util';
import { sampleHome } from '../../../packages/dev-server/src/index.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { most: { type: 'string' } } });
const base = positionals[0] ?? 'http://127.0.0.1:8290/fhir';
const most = Number(values.most ?? Infinity);
/** Parallel requests. More would only wait for each other on two cores. */
const AT_ONCE = 3;

interface Issue {
  readonly severity: string;
  readonly diagnostics?: string;
  readonly location?: readonly string[];
}

const found = new Map<string, { count: number; readonly example: string }>();
const asked = new Map<string, number>();
const resources = sampleHome().resources.filter((one) => {
  const profile = one.meta?.profile?.[0] ?? one.resourceType;
  const before = asked.get(profile) ?? 0;
  asked.set(profile, before + 1);
  return before < most;
});
const waiting = [...resources];
await Promise.all(Array.from({ length: AT_ONCE }, validateNext));

for (const [issue, { count, example }] of [...found].toSorted(([, a], [, b]) => b.count - a.count))
  console.log(`${count} × ${issue}\n    first in ${example}`);
const errors = [...found.values()].reduce((sum, { count }) => sum + count, 0);
console.log(`${resources.length} resources, ${errors} errors`);
process.exitCode = errors === 0 ? 0 : 1;

async function validateNext(): Promise<void> {
  for (let resource = waiting.shift(); resource; resource = waiting.shift()) {
    const response = await fetch(`${base}/${resource.resourceType}/$validate`, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json', accept: 'application/fhir+json' },
      body: JSON.stringify(resource),
    });
    const outcome = (await response.json()) as { readonly issue?: readonly Issue[] };
    for (const issue of outcome.issue ?? []) {
      if (issue.severity !== 'error' && issue.severity !== 'fatal') continue;
      const place = (issue.location?.[0] ?? '').replaceAll(/\[\d+\]/g, '');
      const words = `${place}: ${(issue.diagnostics ?? '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')}`;
      const known = found.get(words) ?? { count: 0, example: `${resource.resourceType}/${resource.id}` };
      found.set(words, { ...known, count: known.count + 1 });
    }
  }
}
