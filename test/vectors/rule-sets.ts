import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRecord } from './vector-file.ts';

export type RuleSet = (input: unknown) => unknown;

const SOURCE = join(import.meta.dirname, '../../packages/clinical/src');

/**
 * Every rule set that a `*.vectors.ts` file in `clinical` exports as `ruleSets`. A set named `x/subscore` answers the
 * `subscoreVectors` of `x`, and receives `{ param, input }`.
 */
export async function findRuleSets(): Promise<ReadonlyMap<string, RuleSet>> {
  const found = new Map<string, RuleSet>();
  for (const [file, sets] of await findExports('ruleSets')) {
    for (const [name, rule] of Object.entries(sets)) {
      if (typeof rule !== 'function') throw new Error(`${file}: ${name} is no function.`);
      if (found.has(name)) throw new Error(`${file}: ${name} is a rule set already.`);
      found.set(name, (input) => rule(input) as unknown);
    }
  }
  return found;
}

/** What every `*.vectors.ts` file exports under a name, with the file. */
export async function findExports(
  name: string,
): Promise<readonly (readonly [string, Record<string, unknown>])[]> {
  const files = globSync('**/*.vectors.ts', { cwd: SOURCE }).sort();
  return Promise.all(
    files.map(async (file) => {
      const module = (await import(pathToFileURL(join(SOURCE, file)).href)) as Readonly<
        Record<string, unknown>
      >;
      const value = module[name];
      if (!isRecord(value)) throw new Error(`${file} exports no ${name}.`);
      return [file, value] as const;
    }),
  );
}
