import type { MergedWith } from '@ehch/clinical';
import { isObject, listAt, textAt } from '@ehch/fhir';
import type { Json, Operation } from '@ehch/store';
import { fieldWords, rawFieldWords } from '../conflicts/field-words.ts';
import { pathWords } from '../conflicts/path-words.ts';
import type { Hand } from './hand.ts';

/** What an acknowledgement keeps of changes that were put together: by the record, what the other person had changed there. */
export function mergesIn({ parts }: Operation, { merged }: Hand): Json {
  return [...merged].map(([at, { others, theirs }]) => {
    const { type = '', id = '' } = parts[at] ?? {};
    return {
      key: `${type}/${id}`,
      paths: others.map(pathWords),
      fields: [...new Set(others.map((path) => fieldWords(type, path) ?? rawFieldWords(path.slice(0, 1))))],
      at: lastUpdatedIn(theirs),
    };
  });
}

function lastUpdatedIn(text: string): string | null {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? textAt(value['meta'], 'lastUpdated') : null;
}

/** The same for a person (SPEC P10). `null`: nothing was put together, or what is known of it cannot be read now. */
export function mergedWith(merged: Json | null): MergedWith | null {
  const merges = listAt({ merged }, 'merged');
  const fields = merges
    .flatMap((each) => listAt(each, 'fields'))
    .filter((field) => typeof field === 'string');
  const times = merges.flatMap((each) => textAt(each, 'at') ?? []);
  return merges.length === 0 ? null : { fields: [...new Set(fields)], at: times.sort().at(-1) ?? null };
}
