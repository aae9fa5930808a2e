import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRecord } from './vector-file.ts';

export type RuleSet = (input: unknown) => unknown;

const SOURCE = join(import.meta.dirname, '../../packages/clinical/src');

/**
 * Every rule set that a `*.vectors.ts` file in `clinical` exports as `ruleSets`. A set named `x/subscore` answers the
 * `subscoreVectors` of `x` and is given `{ param, input }`.
 */
export async function findRuleSets(): Promise<ReadonlyMap<string, RuleSet>> {
  const found = new Map<string, RuleSet>();
  for (const file of globSync('**/*.vectors.ts', { cwd: SOURCE }).sort()) {
    const module: unknown = await import(pathToFileURL(join(SOURCE, file)).href);
    const sets =
      isRecord(module) || typeof module === 'object' ? Reflect.get(Object(module), 'ruleSets') : undefined;
    if (!isRecord(sets)) throw new Error(`${file} exports no ruleSets.`);
    for (const [name, rule] of Object.entries(sets)) {
      if (typeof rule !== 'function') throw new Error(`${file}: ${name} is no function.`);
      if (found.has(name)) throw new Error(`${file}: ${name} is a rule set already.`);
      found.set(name, (input) => rule(input) as unknown);
    }
  }
  return found;
}
