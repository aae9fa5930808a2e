import type { ObservationKind } from './observation-codes.ts';

/**
 * [P] The words by which a title names a kind, the narrower first: "Oxygen saturation by pulse oximetry" is no pulse. Taken
 * from the names of the codes that are read, and the short forms that homes and practices write.
 */
const NAMES: readonly (readonly [pattern: RegExp, ...kinds: readonly ObservationKind[]])[] = [
  [/\bnews ?2?\b|early warning/i, 'news2', 'usual-news2'],
  [/filtration|\begfr\b/i, 'egfr'],
  [/a1c\b/i, 'hba1c'],
  [/saturation|spo2|\bsats?\b|oximetry|\bo2\b|_o2\b/i, 'spo2', 'usualSpo2', 'targetSpo2'],
  [/systolic.*diastolic|diastolic.*systolic/i, 'bp'],
  [/systolic/i, 'sbp', 'bp'],
  [/diastolic/i, 'dbp', 'bp'],
  [/\b(blood|arterial) pressure\b|\bbp\b/i, 'sbp', 'dbp', 'bp'],
  [/\b(respirat\w*|resps?|breath\w* rate)\b/i, 'rr'],
  [/\b(pulse|heart rate)\b/i, 'pulse'],
  [/\btemp(erature)?\b/i, 'temp'],
  [/\bbmi\b|\bbody mass\b/i, 'bmi'],
  [/\bweight\b/i, 'weight'],
  [/\bheight\b/i, 'height'],
  [/\ba[ct]?vpu\b|conscious/i, 'acvpu'],
  [/\bclinical frailty\b|\bcfs\b/i, 'cfs'],
  [/\bfrailty index\b|\befi ?2?\b/i, 'frailty-index'],
  [/\bbarthel\b/i, 'barthel'],
  [/\bcreatinine\b/i, 'creatinine'],
  [/\bha?emoglobin\b/i, 'haemoglobin'],
  [/\bpain\b/i, 'pain'],
];

/** The kinds that a title may be of; `null`: it names none. */
export function kindsNamed(title: string): readonly ObservationKind[] | null {
  const found = NAMES.find(([pattern]) => pattern.test(title));
  return found === undefined ? null : (found.slice(1) as readonly ObservationKind[]);
}

/** Words of a title that say no more than the name: how a form or a code list puts it. */
const FILLERS =
  /\b(body|mass|index|rate|ratio|royal college of physicians|national|score|scale|level|total|value|reading|measure(d|ment)?|serum|plasma|blood|arterial|peripheral|clinical|frailty|rockwood|status|o\/e|on examination|observable entity|finding|of|in|the|and|or|by|a)\b|[\d/.]+/gi;

/** Whether a title says more than the name of its kind, beside the names of its codes. */
export function saysMoreThanName(title: string, names: readonly string[]): boolean {
  const known = new Set(names.flatMap(wordsIn));
  const bare = NAMES.reduce((text, [pattern]) => text.replace(pattern, ' '), title);
  return wordsIn(bare.replaceAll(FILLERS, ' ')).some((word) => !known.has(word));
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}

/**
 * [P] Whole titles that name a kind where no code does: many homes and practices send words alone. Results of a laboratory are
 * not among them: creatinine may be of urine.
 */
const WHOLE: readonly (readonly [ObservationKind, RegExp])[] = [
  ['news2', /^news ?2( total)?( score)?$/],
  ['rr', /^(respirat(ory|ion)( rate)?|respirations|resps?( rate)?)$/],
  ['spo2', /^((peripheral |blood )?oxygen saturations?|spo2|o2 sat(uration)?s?|sats)$/],
  ['bp', /^(blood pressure|bp)$/],
  ['sbp', /^systolic( (blood|arterial) pressure| bp)?$/],
  ['dbp', /^diastolic( (blood|arterial) pressure| bp)?$/],
  ['pulse', /^(pulse|heart)( rate)?$/],
  ['temp', /^((body|tympanic|oral|axillary) )?temp(erature)?$/],
  ['acvpu', /^a[ct]?vpu( scale)?( score)?$/],
  ['weight', /^(body )?weight$/],
  ['height', /^(body )?height$/],
  ['bmi', /^(bmi|body mass index)$/],
  ['cfs', /^((rockwood )?clinical frailty (scale|score)|cfs|rockwood score)( score| level)?$/],
  ['barthel', /^barthel( index)?( score| total)?$/],
];

/** The kind that a title names by itself, whatever form it came on: "O/E - weight", "Weight:". */
export function kindOfTitle(title: string): ObservationKind | null {
  const bare = title
    .toLowerCase()
    .replace(/^(o\/e|on examination)\s*-?\s*/, '')
    .replace(/\s*(\(observable entity\)|\(finding\)|reading|:)\s*$/, '')
    .trim();
  return WHOLE.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}
