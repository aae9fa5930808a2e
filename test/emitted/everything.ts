import { templateOf, type FinishedAssessment } from '../../packages/clinical/src/assessment/index.ts';
import { formOfInstrument, type FormDefinition } from '../../packages/clinical/src/form/index.ts';
import { instruments } from '../../packages/clinical/src/instruments/index.ts';
import { writeQuestionnaire } from '../../packages/fhir/src/questionnaire/index.ts';
import {
  auditOperation,
  writeIntent,
  type AuditedAct,
  type AuditedKind,
  type WrittenOperation,
} from '../../packages/fhir/src/writers/index.ts';
import { finishedAssessmentResources } from '../../packages/sdk/src/forms/finished-assessment-resources.ts';
import { ASSESSED_AT, FINISHED_AT, randomEntry, randomFrom, SIGNER } from '../round-trip/random-entry.ts';
import { planLinesEmitted } from './plan-lines.ts';
import { settingsEmitted, threadsEmitted } from './threads-and-settings.ts';
import { resourcesOf, type Json } from './operation-bundle.ts';

/** One resource that leaves this product, with how it came about. */
export interface Emitted {
  readonly from: string;
  readonly resource: Json;
}

const cga = templateOf('cga');
if (cga === null) throw new Error('The CGA is not registered.');

/** Every form that ships: the instruments and the CGA. */
export const forms: readonly FormDefinition[] = [...instruments.map(formOfInstrument), cga];

export const author = {
  sub: 'okafor',
  display: 'S. Okafor',
  reference: 'Practitioner/okafor',
  role: 'nurse',
} as const;

export const RESIDENT = 'emitted';

/** Where a form is published, so that its answers can be checked against it. */
function addressOf({ id }: FormDefinition): string {
  return `https://ehch-kit.example/Questionnaire/${id}`;
}

/** A v4 UUID for the nth intent of a run, so that a failure can be repeated. */
export function intentId(run: number, n: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return `${hex(run, 8)}-0000-4000-8000-${hex(n, 12)}`;
}

/** A signed assessment, and the operation that it became. */
export interface Signed {
  readonly operation: WrittenOperation;
  readonly finished: FinishedAssessment;
}

/** A form filled in at random and signed, as an operation. */
export function finishOperation(
  form: FormDefinition,
  { seed, intent, resident = RESIDENT }: { seed: number; intent: string; resident?: string },
): Signed {
  const { finished } = randomEntry(form, resident, randomFrom(seed));
  const operation = writeIntent(
    {
      id: intent,
      resident,
      pressedAt: FINISHED_AT,
      what: { kind: 'finish-assessment', assessment: finished, form },
    },
    { author, clockOffsetMs: 0, device: 'EHCH Kit test', url: addressOf(form) },
  );
  return { operation, finished };
}

/** What takes a signed assessment back, or marks it as entered in error. */
export function undoOperation(
  kind: 'withdraw-assessment' | 'enter-in-error',
  { signed, intent, written }: { signed: Signed; intent: string; written: readonly Json[] },
): WrittenOperation {
  const { draft } = signed.finished;
  const common = { finished: signed.operation.intent, by: SIGNER };
  return writeIntent(
    {
      id: intent,
      resident: draft.resident,
      pressedAt: '2026-11-20T09:50:00+00:00',
      what:
        kind === 'enter-in-error'
          ? { kind, ...common, draft: draft.id, reason: 'Entered for the wrong resident' }
          : { kind, ...common, draft },
    },
    { author, clockOffsetMs: 0, written },
  );
}

const KINDS: readonly AuditedKind[] = ['view', 'refused', 'failed', 'print', 'copy', 'export', 'break-glass'];

/** Every kind of audited act, of a resident and of a list. */
export function auditOperations(run: number): readonly WrittenOperation[] {
  const act = (kind: AuditedKind, of: AuditedAct['of'], n: number) =>
    auditOperation({
      id: intentId(run, n),
      kind,
      at: ASSESSED_AT,
      clockOffsetMs: 0,
      author,
      organisation: { display: 'Rowan Court' },
      device: 'EHCH Kit test, front desk',
      of,
      reason: kind === 'refused' ? { code: 'BTG', words: 'Found on the floor' } : { code: 'TREAT' },
      ...(kind === 'refused' || kind === 'failed' ? { stopped: 'forbidden' } : {}),
    });
  return [
    ...KINDS.map((kind, n) => act(kind, { resident: RESIDENT }, n)),
    ...KINDS.map((kind, n) =>
      act(kind, { resident: null, list: 'Residents of Rowan Court' }, n + KINDS.length),
    ),
  ];
}

/** Everything that this product can send to a server, with `entries` random entries of each form. */
export function everythingEmitted(entries: number): readonly Emitted[] {
  return [...emittedByForm(entries).values()].flat();
}

/** The same by the form that it came of. Audited acts, threads, settings and lines of the care plan come of none. */
export function emittedByForm(entries: number): ReadonlyMap<string, readonly Emitted[]> {
  const audits = auditOperations(1).flatMap((operation) => emitted('audit', resourcesOf(operation)));
  const by = (run: number) => ({ resident: RESIDENT, author, intentOf: (n: number) => intentId(run, n) });
  const all = (rows: readonly { readonly from: string; readonly resources: readonly Json[] }[]) =>
    rows.flatMap(({ from, resources }) => emitted(from, resources));
  return new Map([
    ...forms.map((form, at) => [form.id, emittedOf(form, at, entries)] as const),
    ['audited acts', audits],
    ['care plan', all(planLinesEmitted(RESIDENT, author, by(90_000).intentOf))],
    ['threads', all(threadsEmitted(by(91_000)))],
    ['settings of a clinician', all(settingsEmitted(by(92_000)))],
  ]);
}

function emittedOf(form: FormDefinition, at: number, entries: number): readonly Emitted[] {
  const runs = Array.from({ length: entries }, (_, entry) => entry);
  return [
    ...emitted(`Questionnaire of ${form.id}`, [
      writeQuestionnaire(form, { status: 'active', url: addressOf(form) }),
    ]),
    ...runs.flatMap((entry) => {
      const seed = 100 * at + entry;
      const [intent, back, error] = [0, 1, 2].map((n) => intentId(2 + seed, n)) as [string, string, string];
      const signed = finishOperation(form, { seed, intent });
      const written = resourcesOf(signed.operation);
      const undone = (kind: 'withdraw-assessment' | 'enter-in-error', id: string) =>
        resourcesOf(undoOperation(kind, { signed, intent: id, written }), written);
      const { entry: rows } = finishedAssessmentResources(signed.finished, { form }) as {
        entry: { resource: Json }[];
      };
      return [
        ...emitted(`${form.id} finished`, written),
        ...emitted(`${form.id} taken back`, undone('withdraw-assessment', back)),
        ...emitted(`${form.id} entered in error`, undone('enter-in-error', error)),
        ...emitted(
          `${form.id} as a Bundle`,
          rows.map(({ resource }) => resource),
        ),
      ];
    }),
  ];
}

function emitted(from: string, resources: readonly Json[]): readonly Emitted[] {
  return resources.map((resource) => ({ from, resource }));
}
