import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormItem } from '../../form/definition.ts';
import { cga1 } from './cga-1.ts';

const own: readonly FormItem[] = cga1.items.flatMap(function below(item): readonly FormItem[] {
  return [item, ...('items' in item ? (item.items ?? []).flatMap(below) : [])];
});

/** The template's own questions of which this is said, in the order of the form. Those of an instrument are its own. */
function those(said: 'optional' | 'fresh' | 'past' | 'keptBack' | 'repeats'): readonly string[] {
  return own.flatMap((item) =>
    !item.id.includes('/') && said in item && (item as Readonly<Record<string, unknown>>)[said] === true
      ? [item.id]
      : [],
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
