import type { NotMeasured, SwallowingAdvice } from '@ehch/clinical';
import { IDDSI_LEVELS } from '../../../codes/iddsi.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords } from '../../../coding.ts';
import type { Cautions } from '../cautions.ts';
import type { PatientRecord } from '../record.ts';
import { answerTo, isMade, whyAbsent, whyNotAssessed, whyNotKnown } from './absent-reason.ts';
import { saidValue } from './cpr-reading.ts';
import { byStanding } from './leading.ts';
import { notMeasured, sinceLatest, type Absent } from './not-measured.ts';
import { withRivals } from './of-one-time.ts';
import { kindOf } from './kind-of-code.ts';
import {
  cautionsForObservation,
  isAboutResident,
  observed,
  type Observation,
  whenOver,
} from './observation-kind.ts';
import { plainTextOf, valueWords, type Valued } from './value-words.ts';

/** [P] Titles of advice on eating and drinking, for observations without a code. */
const TITLE =
  /\b(IDDSI|swallow\w*|thicken\w*|(diet|food) texture|(fluid|drinks?|liquid) (consistency|thickness|level)|food level)\b/i;

/**
 * [P] Wider titles. Under these only words of such advice count: "Diet: nil by mouth". A preference or an
 * intake does not.
 */
const WIDE_TITLE = /^(?:modified )?(?:diet(?:ary)?|fluids?|eating and drinking|nutrition)\b/i;
const ADVICE =
  /\b(?:IDDSI|swallow\w*|thick\w*|pur[eé]e\w*|minced|liquidi[sz]ed|soft diet|nil by mouth|NBM|PEG)\b/i;

/**
 * Titles of the diet itself. Only under these is a bare level one of the IDDSI framework: "Eating and
 * drinking: level 2 support" is not.
 */
const DIET = /^(?:modified )?(?:diet|fluids?)\W*$/i;

function isWideAdvice(title: string, said: string): boolean {
  return WIDE_TITLE.test(title) && (ADVICE.test(said) || (DIET.test(title) && /\blevel \d/i.test(said)));
}

/**
 * Words for food and for drinks, which also fit LOINC's ASHA NOMS panel on modified diets and modified
 * liquids.
 */
const SOLIDS = /\b(food|diet|solids?|meals?|eat\w*|textures?)\b/i;
const DRINKS = /\b(drinks?|fluids?|liquids?|thicken\w*)\b/i;

/** The IDDSI levels of each: drinks 0 to 4, food 3 to 7. */
const LIMITS = { drinks: [0, 4], food: [3, 7] } as const;

type Axis = keyof typeof LIMITS;

/** Advice on eating and drinking, and assessments that were not made since. */
export interface Swallowing {
  readonly swallowing: readonly SwallowingAdvice[];
  readonly notMeasured: readonly NotMeasured[];
}

/**
 * Whether an observation is advice on eating and drinking: by its code, by an IDDSI level in it, or by its
 * title.
 */
export function isAboutSwallowing(value: Valued): boolean {
  const kind = kindOf(value.code);
  if (kind !== null) return kind === 'swallowing';
  const isLevel = [value.code, value.valueCodeableConcept].some((concept) =>
    codesIn(concept, SNOMED).some((code) => IDDSI_LEVELS.has(code)),
  );
  const title = conceptWords(value.code, new Set()) ?? '';
  return isLevel || TITLE.test(title) || isWideAdvice(title, saidValue(value) ?? '');
}

/**
 * Advice on eating and drinking, newest first, and behind it what is in doubt.
 * A wrong level is a risk of choking. If the code and the words disagree, or the framework has no such level,
 * no level is shown, only what was written.
 */
export function swallowing(record: PatientRecord): Swallowing {
  const absent: Absent[] = [];
  const rows: { readonly held: Observation; readonly advice: SwallowingAdvice }[] = [];
  for (const held of record.all('Observation')) {
    if (!isAboutSwallowing(held.value) || !isAboutResident(record, held)) continue;
    const why = whyNotSaid(held);
    if (why !== null) {
      const name = conceptWords(held.value.code, new Set()) ?? 'Swallowing';
      absent.push({ held, told: notMeasured(record, held, name, why) });
    } else if (answerTo(held.value) === 'denied' && isCodedLevel(held.value))
      record.setAside(held, 'refuted');
    else rows.push(...adviceOf(record, held));
  }
  for (const { held } of rows) record.show(held, 'function');
  const firmFirst = rows.map(({ advice }) => advice).toSorted(byStanding);
  const drinks = withRivals(firmFirst, ({ drinksLevel }) => levelWords('drinks', drinksLevel));
  const all = withRivals(drinks, ({ foodLevel }) => levelWords('food', foodLevel));
  return {
    swallowing: all,
    notMeasured: sinceLatest(record, 'function', absent, all[0]),
  };
}

/**
 * Why there is no advice, in words. The value may cast doubt on a level in the code. Under any other title
 * the value is the advice, however it begins.
 */
function whyNotSaid({ value }: Observation): string | null {
  if (!isMade(value)) return whyAbsent(value);
  if ((value.component ?? []).length > 0) return null;
  return (isCodedLevel(value) ? whyNotKnown(value) : null) ?? whyNotAssessed(value);
}

function levelWords(axis: Axis, level: number | null): string | null {
  return level === null ? null : `${axis} level ${level}`;
}

function isCodedLevel({ code }: Valued): boolean {
  return codesIn(code, SNOMED).some((id) => IDDSI_LEVELS.has(id));
}

function adviceOf(record: PatientRecord, held: Observation) {
  const cautions = cautionsForObservation(held);
  whenOver(record, held, cautions);
  const parts = [held.value, ...(held.value.component ?? [])];
  const drinksLevel = levelOf(parts, 'drinks', cautions);
  const foodLevel = levelOf(parts, 'food', cautions);
  if (isOtherInNote(held, { drinks: drinksLevel, food: foodLevel })) cautions.add('contradicts-itself');
  const said = valueWords(held.value, cautions);
  const text = said === null ? null : underTitle(held, plainTextOf(said), [drinksLevel, foodLevel]);
  if (drinksLevel === null && foodLevel === null && text === null && parts.length === 1)
    return record.refuse(held, 'missing', 'value[x]');
  const told = { component: (part: Valued) => isTold(part, { drinks: drinksLevel, food: foodLevel }) };
  return [{ held, advice: { ...observed(record, held, cautions, told), drinksLevel, foodLevel, text } }];
}

/**
 * Whether a note names another level: "Superseded: now level 4" on level 6. The note is shown, and the level
 * is in doubt.
 */
function isOtherInNote({ value }: Observation, levels: Readonly<Record<Axis, number | null>>): boolean {
  const own = axisOf(value);
  const texts = (value.note ?? []).flatMap(({ text }) => text ?? []);
  return (['drinks', 'food'] as const).some((axis) => {
    const said = texts.flatMap((text) => levelsInText(text, axis, own));
    return levels[axis] !== null && said.some((level) => level !== levels[axis]);
  });
}

/** Titles that say no more than the section. */
const PLAIN_TITLE = /^swallow\w*( (assessment|advice|recommendations?|plan|status))?$/i;

/**
 * The words under their title, where there is no level: "thickened fluids: no" must not become "swallowing:
 * no".
 */
function underTitle({ value }: Observation, text: string, levels: readonly (number | null)[]): string {
  const title = conceptWords(value.code, new Set());
  const isPlain = title === null || PLAIN_TITLE.test(title) || kindOf(value.code) === 'swallowing';
  return isPlain || levels.some((level) => level !== null) ? text : `${title}: ${text}`;
}

/** Whether a component only states its level, which is shown anyway. */
function isTold(part: Valued, levels: Readonly<Record<Axis, number | null>>): boolean {
  const axis = axisOf(part);
  if (axis === null || levels[axis] === null) return false;
  const said = valueWords(part, new Set());
  return said !== null && /^\s*(IDDSI\s*)?(level\s*)?\d\s*$/i.test(plainTextOf(said));
}

/** The level that all parts agree on, if the framework has it. `null`: none, or it is disputed. */
function levelOf(parts: readonly Valued[], axis: Axis, cautions: Cautions): number | null {
  const found = new Set(parts.flatMap((part) => levelsIn(part, axis)));
  const [level] = found;
  if (level === undefined) return null;
  const [least, most] = LIMITS[axis];
  if (found.size > 1) cautions.add('contradicts-itself');
  else if (level < least || level > most) cautions.add('implausible');
  else return level;
  return null;
}

function levelsIn(part: Valued, axis: Axis): readonly number[] {
  if (whyNotAssessed(part) !== null || answerTo(part) === 'denied') return [];
  const own = axisOf(part);
  const coded = [...codesIn(part.code, SNOMED), ...codesIn(part.valueCodeableConcept, SNOMED)].flatMap(
    (code) => IDDSI_LEVELS.get(code) ?? [],
  );
  // IDDSI level 3 is one concept for drinks and for food. Only the title says which.
  const levels = coded.flatMap((level) =>
    own === null && level.drinks !== undefined && level.food !== undefined ? [] : (level[axis] ?? []),
  );
  return own === null || own === axis ? [...levels, ...levelsInWords(part, axis, own)] : [];
}

function axisOf({ code }: Valued): Axis | null {
  const title = conceptWords(code, new Set()) ?? '';
  const [drinks, food] = [DRINKS.test(title), SOLIDS.test(title)];
  return drinks === food ? null : drinks ? 'drinks' : 'food';
}

/**
 * Levels in words: "IDDSI level 2" under a title for drinks or food, and "drinks level 2, food level 5" under
 * any title.
 */
function levelsInWords(part: Valued, axis: Axis, own: Axis | null): readonly number[] {
  const said = valueWords(part, new Set());
  const text = said === null ? '' : plainTextOf(said);
  const title = conceptWords(part.code, new Set()) ?? '';
  // The title itself may state the level: "IDDSI drinks level 2".
  return [text, title].flatMap((one) => levelsInText(one, axis, own));
}

function levelsInText(text: string, axis: Axis, own: Axis | null): readonly number[] {
  if (NOT_NOW.test(text) || SEVERAL_LEVELS.test(text)) return [];
  return PATTERNS.flatMap(({ of, pattern }) =>
    (of === null ? own === axis : of === axis)
      ? [...text.matchAll(pattern)].flatMap((found) =>
          found[1] === undefined || isOfAnother(text, found, axis, of) ? [] : [Number(found[1])],
        )
      : [],
  );
}

const NAMED: Readonly<Record<Axis, RegExp>> = {
  drinks: /\b(?:drinks?|fluids?|liquids?)\b/i,
  food: /\b(?:foods?|diet|solids?)\b/i,
};

/** Where one item ends and the next begins. */
const NEXT = /[.;,\d\n&+]|\b(?:and|with|plus)\b/i;
const LEVEL_BEFORE = new RegExp(String.raw`\blevel\s*\d(?:(?!${NEXT.source}).){0,25}$`, 'i');

/**
 * Whether a level belongs to the other item: in "level 2 fluids and level 4 diet" or "normal diet, level 3
 * fluids", each level belongs only to the word beside it.
 */
function isOfAnother(text: string, found: RegExpExecArray, axis: Axis, of: Axis | null): boolean {
  const before = text.slice(0, found.index);
  const [after = ''] = text.slice(found.index + found[0].length).split(NEXT);
  const other = NAMED[axis === 'drinks' ? 'food' : 'drinks'];
  const isTaken =
    of === null ? other.test(before.split(/[.;,\d\n]/).at(-1) ?? '') : LEVEL_BEFORE.test(before);
  return isTaken || other.test(after);
}

/**
 * [P] Words that say that the level is not to be given, or not now, or not always. They are shown, and no
 * level is taken from them.
 */
const NOT_NOW =
  /\b(not|no longer|never|don't|previous\w*|former\w*|used to|was|were|until|stop\w*|declin\w*|refus\w*|trial\w*|avoid|unless|if|awaiting|review for|upgrade\w*|downgrade\w*)\b/i;

/** "Level 2-3", "level 2 or 3", "level 1.5": no level is taken from these. */
const SEVERAL_LEVELS = /\blevels?\s*\d\s*(?:[-–/.+]|to|or|and)\s*\d/i;

/**
 * "Level 2" under any title of its own. A bare number counts only where nothing else stands, because "1
 * scoop" is no level.
 */
const PATTERNS: readonly { readonly of: Axis | null; readonly pattern: RegExp }[] = [
  { of: null, pattern: /\blevel\s*(\d)\b/gi },
  { of: null, pattern: /^\s*(?:IDDSI\s*)?(\d)(?: \(no unit\))?\s*$/gi },
  { of: 'drinks', pattern: /\b(?:drinks?|fluids?|liquids?)[^.;,\d]{0,20}\blevel\s*(\d)\b/gi },
  { of: 'food', pattern: /\b(?:foods?|diet|solids?)[^.;,\d]{0,20}\blevel\s*(\d)\b/gi },
];
