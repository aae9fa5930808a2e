import type { Caution } from '@ehch/clinical';
import type { ObservationKind } from '../../../codes/observation-codes.ts';
import {
  isOxygenTitle,
  kindsNamed,
  namesPoints,
  saysMoreThanName,
} from '../../../codes/observation-titles.ts';
import { conceptWords, namesOf, type ConceptLike } from '../../../coding.ts';
import { words } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import { RELATIVE } from './family-words.ts';
import { kindOf } from './kind-of-code.ts';

/**
 * [P] Words in a title that change the meaning of the code beside them. "Target weight" is not the resident's
 * weight, and "weight of baby" is somebody else's. A usual score, or the score of another tool, is not
 * today's NEWS2.
 */
const ANOTHER_THING = new RegExp(
  [
    String.raw`^(no|not|never)\b`,
    String.raw`\b(target|goal|ideal|desired|expected|predicted|previous|usual|baseline|loss|lost|gain|gained|change|difference)\b`,
    String.raw`\b(birth|baby|f(o)?etal|maternal|maternity|mother|father|family|${RELATIVE}['’]?s)\b`,
    String.raw`\b(minimum|maximum|average|mean|highest|lowest|MEWS|N?PEWS)\b`,
    String.raw`\b(?:ago|last (?:week|month|year|winter|spring|summer|autumn))\b`,
    String.raw`\b(?:before|prior to|pre-?) ?(?:admission|illness|stroke|surgery|hospital\w*|morbid)\b`,
  ].join('|'),
  'i',
);

/** Kinds that show their own title, or that are targets by their code. */
const TOLD_OTHERWISE: readonly (ObservationKind | null)[] = [
  null,
  'targetSpo2',
  'usualSpo2',
  'usual-news2',
  'gcs',
  'cognition',
  'swallowing',
  'frailty',
  'cpr',
  'last-days',
  'variation',
];

/**
 * A title that changes the meaning of its code: "target weight", or "respiratory rate" with the code for a
 * pulse. `null`: none does.
 */
export function otherTitle(code: ConceptLike | undefined): string | null {
  const kind = kindOf(code);
  if (kind === null || TOLD_OTHERWISE.includes(kind)) return null;
  return namesOf(code).find((title) => isAnotherThing(kind, title)) ?? null;
}

/** What a title says beyond the name of its code, in words. */
export function titleBeside(code: ConceptLike | undefined, cautions: Cautions): string | null {
  const other = otherTitle(code);
  if (other !== null) cautions.add('contradicts-itself');
  const said = other ?? moreInTitle(code);
  return said === null ? null : `titled “${said}”`;
}

/** [P] Words for a set of observations that add nothing. */
const PLAIN_PANEL =
  /\b(vitals?|signs?|observations?|obs|measurements?|readings?|set|panel|early warning|(non-?)?invasive|routine)\b/gi;

/**
 * The title of a panel with an unknown code, which is shown by its parts. "Standing blood pressure", "daytime
 * average" and "vital signs of husband" each change the meaning of the parts.
 */
export function panelTitle(code: ConceptLike | undefined, cautions: Cautions): string | null {
  const bare = new Set<Caution>();
  const title = conceptWords(code, bare);
  if (title === null || bare.has('code-only')) return null;
  if (!saysMoreThanName(title.replaceAll(PLAIN_PANEL, ' '), [])) return null;
  if (ANOTHER_THING.test(title)) cautions.add('contradicts-itself');
  return `titled “${title}”`;
}

function moreInTitle(code: ConceptLike | undefined): string | null {
  const text = words(code?.text);
  const kind = kindOf(code);
  if (text === null || TOLD_OTHERWISE.includes(kind) || (kind === 'oxygen' && isOxygenTitle(text)))
    return null;
  const names = (code?.coding ?? []).flatMap(({ display }) => words(display) ?? []);
  return saysMoreThanName(text, names) ? text : null;
}

/**
 * "Predicted" is part of the name of a filtration rate, a frailty level is that of two weeks before, and somebody who
 * responds to pain need not have any.
 */
const PART_OF_NAME: Partial<Record<ObservationKind, RegExp>> = {
  egfr: /predicted/gi,
  acvpu: /\brespon\w+ to pain\w*/gi,
  cfs: /\b(?:2|two) weeks ago\b|\b(?:before|prior to|pre-?) ?(?:admission|illness|hospital\w*|morbid)\b/gi,
};

function isAnotherThing(kind: ObservationKind, title: string): boolean {
  if (kind === 'oxygen' && isOxygenTitle(title)) return false;
  const others = title.replaceAll(PART_OF_NAME[kind] ?? /(?!)/g, '');
  const named = kindsNamed(others);
  if ((named !== null && !named.includes(kind)) || namesPoints(kind, title)) return true;
  return ANOTHER_THING.test(others);
}
