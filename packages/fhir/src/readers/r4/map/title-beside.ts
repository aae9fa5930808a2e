import type { Caution } from '@ehch/clinical';
import type { ObservationKind } from '../../../codes/observation-codes.ts';
import { kindsNamed, saysMoreThanName } from '../../../codes/observation-titles.ts';
import { conceptWords, namesOf, type ConceptLike } from '../../../coding.ts';
import { words } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import { kindOf } from './kind-of-code.ts';

/**
 * [P] Words of a title that make another thing of the code beside them: "target weight" is not what she weighs, "weight of
 * baby" is not hers, and a usual score or one of another tool is no NEWS2 of today.
 */
const ANOTHER_THING =
  /^(no|not|never)\b|\b(target|goal|ideal|desired|expected|predicted|previous|usual|baseline|loss|lost|gain|gained|change|difference|birth|baby|f(o)?etal|maternal|maternity|mother|father|family|minimum|maximum|average|mean|highest|lowest|MEWS|N?PEWS)\b/i;

/** Kinds whose own words tell their title, or that are targets by their code. */
const TOLD_OTHERWISE: readonly (ObservationKind | null)[] = [
  null,
  'targetSpo2',
  'usualSpo2',
  'usual-news2',
  'cognition',
  'swallowing',
  'frailty',
  'cpr',
];

/** The title that makes another thing of its code: "target weight", or "respiratory rate" on the code of a pulse. */
export function otherTitle(code: ConceptLike | undefined): string | null {
  const kind = kindOf(code);
  if (kind === null || TOLD_OTHERWISE.includes(kind)) return null;
  return namesOf(code).find((title) => isAnotherThing(kind, title)) ?? null;
}

/** What the title says beside the name of its code, in words. */
export function titleBeside(code: ConceptLike | undefined, cautions: Cautions): string | null {
  const other = otherTitle(code);
  if (other !== null) cautions.add('contradicts-itself');
  const said = other ?? moreInTitle(code);
  return said === null ? null : `titled “${said}”`;
}

/** [P] What a set of observations is called when it is called no more than that. */
const PLAIN_PANEL =
  /\b(vitals?|signs?|observations?|obs|measurements?|readings?|set|panel|early warning|(non-?)?invasive|routine)\b/gi;

/**
 * The title of a panel of a code that nobody knows, which is told by its parts: "standing blood pressure", "daytime average",
 * "vital signs of husband" each make another thing of them.
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
  if (text === null || TOLD_OTHERWISE.includes(kindOf(code))) return null;
  const names = (code?.coding ?? []).flatMap(({ display }) => words(display) ?? []);
  return saysMoreThanName(text, names) ? text : null;
}

function isAnotherThing(kind: ObservationKind, title: string): boolean {
  const named = kindsNamed(title);
  if (named !== null && !named.includes(kind)) return true;
  // A filtration rate is predicted by its name.
  return ANOTHER_THING.test(kind === 'egfr' ? title.replaceAll(/predicted/gi, '') : title);
}
