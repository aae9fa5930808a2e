import assert from 'node:assert/strict';
import type { CareIntent } from '@ehch/clinical';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import { formOfInstrument } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import type { JsonObject } from '../../entry.ts';
import { finished, given, num } from '../finished.fixtures.ts';
import type { WrittenOperation, WrittenPart } from './operation.ts';
import { writeIntent, type IntentWriting } from './write-intent.ts';

export const FINISH = '3f2b9c1e-7a64-4d0b-9c55-0a1b2c3d4e5f';
export const LATER = '9d1c7e52-6b0a-4f3e-8a41-77c0de01ab23';
export const author = {
  sub: 'okafor',
  display: 'Sam Okafor',
  reference: 'Practitioner/7',
  role: 'nurse',
} as const;
export const by = { name: 'S. Okafor', role: 'nurse' } as const;

export const form = formOfInstrument(instruments.find(({ id }) => id === 'bmi') ?? assert.fail());
export const bmi = (): FinishedAssessment =>
  finished('bmi', { kg: given(num(58.2)), heightM: given(num(1.62)) });

export function intent(what: CareIntent['what'], id = LATER): CareIntent {
  return { id, resident: 'p1', pressedAt: '2026-11-20T09:40:00Z', what };
}

export const writing: IntentWriting = { author, clockOffsetMs: 120 };

export const finishing = (): WrittenOperation =>
  writeIntent(intent({ kind: 'finish-assessment', assessment: bmi(), form }, FINISH), {
    ...writing,
    device: 'EHCH Kit 0.1.0',
  });

/** The resources that a part or an operation creates. */
export const created = ({ parts }: { readonly parts: readonly WrittenPart[] }): readonly JsonObject[] =>
  parts.flatMap((part) => (part.op === 'create' ? [JSON.parse(part.body) as JsonObject] : []));

/** The last part of an operation that changes an assessment: its marker. */
export const markerOf = (operation: WrittenOperation): JsonObject =>
  created(operation).at(-1) ?? assert.fail();
