import type { Template } from '../../hosts/template.ts';
import { nameWords } from '../../messages/name-words.ts';
import type { TaughtReading } from '../../messages/teaching.ts';

/**
 * Whether a template repeats a word of the person whom it was made with. The script takes no such words; the vault
 * looks again, because what it keeps lies on the disk.
 */
export function namesSomebody(template: Template, readings: readonly TaughtReading[]): boolean {
  const kept = nameWords(textsIn(template.layouts).join(' '));
  const names = readings.flatMap(({ family, given }) => nameWords(`${family ?? ''} ${given ?? ''}`));
  return names.some((name) => kept.includes(name));
}

/** Texts that a page can have had a say in: all but the words of our own format. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  'rel',
  'op',
  'read',
  'parser',
  'value of label',
  'name of attribute',
  'tag',
]);

function textsIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return OWN_KEYS.has(key) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, key));
  const isLabel = 'says' in value;
  const isAttribute = 'op' in value;
  return Object.entries(value).flatMap(([name, each]) =>
    textsIn(
      each,
      isLabel && name === 'value'
        ? 'value of label'
        : isAttribute && name === 'name'
          ? 'name of attribute'
          : name,
    ),
  );
}
