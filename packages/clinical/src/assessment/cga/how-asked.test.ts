import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormItem, FormQuestion } from '../../form/definition.ts';
import { cga1 } from './cga-1.ts';

const own: readonly FormItem[] = cga1.items.flatMap(function below(item): readonly FormItem[] {
  return [item, ...('items' in item ? (item.items ?? []).flatMap(below) : [])];
});

/** The template's own questions of which this is said, in the order of the form. Those of an instrument are its own. */
function those(said: 'optional' | 'fresh' | 'past' | 'future' | 'keptBack' | 'repeats'): readonly string[] {
  return Object.entries(each(said)).flatMap(([id, value]) => (value === true ? [id] : []));
}

/** By question, what is said of it. */
function each(said: keyof FormQuestion): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    own.flatMap((item) => {
      const value = (item as Partial<FormQuestion>)[said];
      return item.id.includes('/') || value === undefined ? [] : [[item.id, value]];
    }),
  );
}
const words = (text: string) => text.trim().split(/\s+/);

// [P] Which question may be left out, is decided anew, or happened, is ours: each change here is a decision about care.

test('what may be left out is detail beside an answer; nothing that a decision rests on', () => {
  assert.deepEqual(
    those('optional'),
    words(`
      assessor-role contributors people wellness do-dont support also
      active-name active-severity active-reviewed usual-change fall-on fall-where
      weight-on ulna weight-1m weight-3m weight-6m catheter walk-test efi-name dementia-on
      kin-relation interests faith funding sensor clearance burden allergies-on acp-on
      problem-name problem-since problem-cause problem-impact problem-want problem-review copies-on
    `),
  );
});

test('what is true of one day alone is asked anew each time, and never filled in from last time', () => {
  assert.deepEqual(
    those('fresh'),
    words(`
      reason place seen-with assessor-role contributors capacity consent conditions-all usual-change
      vaccines-due vaccines-on falls-12m falls-checked standing skin-tool
      weight-on weight-1m weight-3m weight-6m continence-new pain pain-tool barthel walk-test efi-name
      delirium-signs memory-tool mood-tool safeguarding infection clearance burden allergies allergies-on
      stratum copies copies-on next-review
    `),
  );
});

test('a day on which something happened takes none that is still to come', () => {
  assert.deepEqual(
    those('past'),
    words(`
      admitted active-reviewed usual-on fall-on weight-on dementia-on smr-on allergies-on
      acp-on respect-on adrt-on problem-since copies-on
    `),
  );
});

test('the next review takes no day that has passed', () => {
  assert.deepEqual(those('future'), ['next-review']);
});

test('a safeguarding concern stays in the form, and no other answer is held back', () => {
  assert.deepEqual(those('keptBack'), ['safeguarding']);
});

test('what can be several is asked for several', () => {
  assert.deepEqual(
    those('repeats'),
    words(`
      seen-with contributors conditions active vaccines-due fall falls-checked skin psychotropic kin sensor
      problems copies
    `),
  );
});

test('a number outside what can be is refused: NEWS2 of 0 to 20, IDDSI levels of food and drink, a day of minutes', () => {
  const kg = { min: 15, max: 350 };
  assert.deepEqual(each('limits'), {
    'usual-news2': { min: 0, max: 20 },
    'falls-12m': { min: 0, max: 365 },
    'fall-lie': { min: 0, max: 24 * 60 },
    ulna: { min: 10, max: 50 },
    'weight-1m': kg,
    'weight-3m': kg,
    'weight-6m': kg,
    'food-level': { min: 3, max: 7 },
    'drink-level': { min: 0, max: 4 },
  });
});

test('a field of words takes a name, a line, a paragraph or a page, and says so before it is full', () => {
  const byLength = Object.entries(
    Object.groupBy(Object.entries(each('maxLength')), ([, most]) => String(most)),
  );
  assert.deepEqual(
    Object.fromEntries(byLength.map(([most, questions]) => [most, questions?.map(([id]) => id)])),
    {
      60: words('assessor-role contributors usual-by kin-relation language problem-owner'),
      100: words(`
        active-name fall-where psychotropic-name kin-name respect-where adrt-where cpr-where problem-name
      `),
      200: words(`
        catheter-why pain-site equipment-note psychotropic-why faith
        problem-cause problem-impact problem-want problem-goal problem-action escalation
      `),
      400: words('skin-note interests'),
      1000: words('distress-pattern distress-triggers distress-plan'),
      2000: words('matters people communication wellness do-dont support also'),
    },
  );
});

test('"none" stands alone, wherever several can be chosen', () => {
  const alone = own.flatMap((item) =>
    'options' in item && !item.id.includes('/')
      ? (item.options ?? []).flatMap(({ value, exclusive }) =>
          exclusive === true ? [`${item.id}: ${value}`] : [],
        )
      : [],
  );
  const lists = words('conditions vaccines-due falls-checked skin sensor copies');
  assert.deepEqual(
    alone,
    lists.map((id) => `${id}: none`),
  );
});
