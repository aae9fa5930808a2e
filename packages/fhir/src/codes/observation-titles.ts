import { FRAILTY_TITLE } from './frailty.ts';
import type { ObservationKind } from './observation-codes.ts';

/**
 * [P] Words in a title that name a kind of Observation. Narrower names come first: "Oxygen saturation by
 * pulse oximetry" is not a pulse. Taken from the names of the codes above, and from short forms that homes
 * and practices write.
 */
const NAMES: readonly (readonly [pattern: RegExp, ...kinds: readonly ObservationKind[]])[] = [
  [/\b(?:usual|baseline) news ?2\b|\bnews ?2 (?:usual|baseline)\b/i, 'usual-news2', 'news2'],
  [/\bnews ?2\b|early warning score 2\b/i, 'news2', 'usual-news2'],
  [/filtration|\begfr\b/i, 'egfr'],
  [/a1c\b/i, 'hba1c'],
  [
    /\btarget (?:oxygen )?(?:saturations?|spo2|sats?)\b|\b(?:oxygen )?(?:saturations?|spo2|sats?) target\b/i,
    'targetSpo2',
    'spo2',
    'usualSpo2',
  ],
  [/(oxygen )?saturations?|spo2|\bsats?\b|oximetry|\bo2\b|_o2\b/i, 'spo2', 'usualSpo2', 'targetSpo2'],
  [/systolic.*diastolic|diastolic.*systolic/i, 'bp'],
  [/systolic/i, 'sbp', 'bp'],
  [/diastolic/i, 'dbp', 'bp'],
  [/\b(blood|arterial) pressure\b|\bbp\b/i, 'bp', 'sbp', 'dbp'],
  [/\b(respirat\w*|resps?|breath\w* rate)\b/i, 'rr'],
  [/\b(pulse|heart rate)\b/i, 'pulse'],
  [/\btemp(erature)?\b/i, 'temp'],
  [/\bbmi\b|\bbody mass\b/i, 'bmi'],
  [/\bweight\b/i, 'weight'],
  [/\bheight\b/i, 'height'],
  [/\bglasgow coma\b|\bgcs\b/i, 'gcs'],
  [/\ba[ct]?vpu\b|\bconscious(?:ness)?\b/i, 'acvpu'],
  [/\bclinical frailty\b|\bcfs\b/i, 'cfs'],
  [/\bfrailty index\b|\befi ?2?\b/i, 'frailty-index'],
  [/\brockwood\b/i, 'cfs', 'frailty-index'],
  [/\bbarthel\b/i, 'barthel'],
  [/\bcreatinine\b/i, 'creatinine'],
  [/\bha?emoglobin\b/i, 'haemoglobin'],
  [/\bpain\b/i, 'pain'],
];

/** The kinds that a title may name. `null`: it names none. */
export function kindsNamed(title: string): readonly ObservationKind[] | null {
  const found = NAMES.find(([pattern]) => pattern.test(title));
  return found === undefined ? null : (found.slice(1) as readonly ObservationKind[]);
}

/** Words of a title that add nothing to the name, because a form or a code list writes them anyway. */
const FILLERS =
  /\b(body|mass|index|rate|ratio|royal college of physicians|national|score|scale|level|category|total|value|reading|measure(d|ment)?|serum|plasma|blood|arterial|peripheral|core|oral|tympanic|axillary|clinical|electronic|frailty|rockwood|status|o\/e|on examination|observable entity|finding|of|to|in|the|and|or|by|a)\b|[\d/.]+/gi;

/** A title may give both a name and its abbreviation: "Electronic Frailty Index (eFI)". */
const EVERY_NAME = NAMES.map(([pattern]) => new RegExp(pattern, 'gi'));

/** Whether a title says more than the name of its kind and the names of its codes. */
export function saysMoreThanName(title: string, names: readonly string[]): boolean {
  const known = new Set(names.flatMap(wordsIn));
  const bare = EVERY_NAME.reduce((text, pattern) => text.replaceAll(pattern, ' '), title);
  return wordsIn(bare.replaceAll(FILLERS, ' ')).some((word) => !known.has(word));
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}

/**
 * [P] Kinds that a title alone does not identify: creatinine may be of urine, and "pain" need not be a pain
 * score.
 */
const NOT_BY_TITLE: readonly ObservationKind[] = ['creatinine', 'haemoglobin', 'pain'];

/** Kinds whose points may be in the title. */
const BY_POINTS: readonly ObservationKind[] = ['news2', 'usual-news2', 'cfs', 'barthel'];
const POINTS_AFTER = /(?<=\b(?:news ?2|score|scale|index|cfs|level|total))\s*[\s:=(–-]\s*\d.*$/i;

/** "Weight (kg)": the form names the unit that it asks for. The value has its own unit, or none. */
const UNIT_AFTER =
  /(?:[([]\s*(?:kgs?|lbs?|cm|m|bpm|mm ?hg|[°º]? ?c|\w*[ /]+min\w*|per minute)\s*[)\]]|\bin kg)\s*$/i;

/** On what a saturation was measured: "on air", "(on 2 L oxygen)". */
const ON_WHAT =
  /[\s(]*\b(?:on|at|room|breathing) (?:room )?(?:\d+(?:\.\d+)? ?(?:l|litres?|%)(?:\/min)?(?: of)? ?)?(?:air|oxygen|o2|rest)\W*$/i;

/** The name of a frailty tool that has no section of its own. Its points are shown in words. */
const FRAILTY_TOOL = /\bedmonton | (?:score|scale|assessment|screen\w*)\b/gi;

const MEASURED: readonly ObservationKind[] = 'rr spo2 usualSpo2 bp sbp dbp pulse temp'.split(
  ' ',
) as readonly ObservationKind[];

/** Whether a title names the points for a vital sign: "Respiratory rate score: 3" is no 3 breaths a minute. */
export function namesPoints(kind: ObservationKind, title: string): boolean {
  return MEASURED.includes(kind) && /\b(?:sub-?)?scores?\b|\bpoints?\b/i.test(title);
}

/** "NEWS2 respiratory rate score" is a part and no total. "NEWS2 (SpO2 scale 2)" may be the total. */
function isPartOfNews2(kind: ObservationKind, title: string): boolean {
  if (kind !== 'news2' && kind !== 'usual-news2') return false;
  const [part = null] = kindsNamed(title.replaceAll(/\bnews ?2\b|early warning score 2\b/gi, '')) ?? [];
  return part !== null && part !== 'spo2' && part !== 'targetSpo2';
}

/**
 * [P] Titles that ask for oxygen, or for air, and say nothing more. "O2" alone is mostly a saturation, and "husband on
 * oxygen" is somebody else's.
 */
const OXYGEN_TITLE = new RegExp(
  String.raw`^\W*(?!o2\W*$|air\W*$)(?:(?:o/e|patient|resident|is|breathing|on|any|current|continuous|supplement(?:al|ary)|inspired|inhaled|delivered)\W+)*` +
    String.raw`(?:(?:air|oxygen|o2)(?: ?/ ?| or )(?:air|oxygen|o2)|room air|air|oxygen|o2|fio2)` +
    String.raw`(?: (?:therapy|flow|rate|delivery|device|concentration|percentage|in use|given|administered|requirement|supplementation|status))*` +
    String.raw`(?: ?\((?:finding|l/min|litres per minute|lpm|%|percent)\))?\W*$`,
  'i',
);

/** Whether a title asks for oxygen or air, and says nothing more. */
export function isOxygenTitle(title: string): boolean {
  return OXYGEN_TITLE.test(title);
}

/** The kind that a title names, where it says nothing more, in any style: "O/E - weight", "Weight:". */
export function kindOfTitle(title: string): ObservationKind | null {
  if (FRAILTY_TITLE.test(title.replaceAll(FRAILTY_TOOL, ''))) return 'frailty';
  if (isOxygenTitle(title)) return 'oxygen';
  const [kind = null] = kindsNamed(title) ?? [];
  if (kind === null || NOT_BY_TITLE.includes(kind) || namesPoints(kind, title) || isPartOfNews2(kind, title))
    return null;
  // Shown under its own title, and never scored: "GCS eye opening".
  if (kind === 'gcs') return kind;
  // "NEWS2 score: 7 (high)", "CFS 6 - moderate": the name ends before the number.
  const named = BY_POINTS.includes(kind) ? title.replace(POINTS_AFTER, '') : title;
  const bare = named.replace(UNIT_AFTER, '');
  // "Sats on air" are saturations, with their title beside them.
  const name = kind === 'spo2' ? bare.replace(ON_WHAT, '') : bare;
  return saysMoreThanName(name, []) ? null : kind;
}
