import type { SectionName } from '../resident/sections.ts';
import type { Change } from '../rules/changes-since.ts';
import type { GlanceLine, GlanceShape, Urgency } from './glance-line.ts';
import { lineKey } from './line-key.ts';
import { newest } from './when-it-was.ts';

/** Makes a line about changes of one kind, dated by the newest. Returns no line if there are no changes. */
export function changeLine(
  rule: string,
  section: SectionName,
  changes: readonly Pick<Change, 'kind' | 'fact' | 'on' | 'certain'>[],
  words: {
    readonly urgency: Urgency;
    readonly shape?: GlanceShape;
    readonly lead: string;
    readonly rest: string;
  },
): readonly GlanceLine[] {
  if (changes.length === 0) return [];
  return [
    {
      key: lineKey(
        rule,
        changes.map(({ kind, fact, on }) => `${kind}/${fact}@${on}`),
      ),
      rule,
      section,
      urgency: words.urgency,
      shape: words.shape ?? 'changed',
      lead: words.lead,
      // Nobody can say whether a partial date lies after the last look.
      rest: changes.every(({ certain }) => certain) ? words.rest : `${words.rest}, perhaps before`,
      quote: null,
      on: newest(changes.map(({ on }) => on)),
      canHide: true,
    },
  ];
}

/** Counts with an English plural: `1 fall`, `2 falls`, `2 entries`. */
export function counted(n: number, one: string): string {
  if (n === 1) return `1 ${one}`;
  return `${n} ${one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`}`;
}
