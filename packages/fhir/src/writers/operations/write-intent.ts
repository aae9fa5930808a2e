import { EhchError, type CareIntent, type ResidentEntered, type ResidentId } from '@ehch/clinical';
import { tidyEntered } from '@ehch/clinical/rules';
import { traceOf } from '@ehch/clinical/session';
import { londonDate } from '@ehch/clinical/time';
import { textAt, type JsonObject } from '../../entry.ts';
import { displayOf } from '../about.ts';
import { clinicalSettingParts } from './clinical-setting.ts';
import { errorParts } from './enter-in-error.ts';
import { finishParts, performerOf } from './finish-assessment.ts';
import { classOf, threadBefore, threadEntryParts } from './thread-entry.ts';
import { planLineParts } from './plan-line.ts';
import { correctedParts, leftParts, residentParts } from './resident-parts.ts';
import type { JsonValue, OperationAuthor, WrittenOperation, WrittenPart } from './operation.ts';

/** What an intent does not say itself. */
export interface IntentWriting {
  /** Who is signed in. */
  readonly author: OperationAuthor;
  readonly clockOffsetMs: number | null;
  /** The reference to the resident. Defaults to `Patient/` and the resident's id. */
  readonly subject?: string;
  /** The program that calculated the scores, with its version: "EHCH Kit 0.1.0". */
  readonly device?: string;
  /** For `finish-assessment`: the address of the published form. */
  readonly url?: string;
  /**
   * For `withdraw-assessment` and `enter-in-error`: the resources that the assessment became, as the server accepted them or
   * gave them last. Before that, the bodies of the operation that waits. For `correct-resident`, `resident-left` and `plan-line`: the
   * resources of this resident.
   */
  readonly written?: readonly JsonObject[];
  /** For `plan-line`: the presses that made the line, if the server does not have it yet. */
  readonly dependsOn?: readonly string[];
}

/** [P] Why a signature was taken back, in the record's own words. */
const TAKEN_BACK = 'The signature was taken back, to go on with the assessment';

/**
 * An intent as an operation that a server can be asked for. The same intent gives the same operation, byte for byte.
 * @throws {EhchError} `bad-argument` where `written` is missing, or something does not fit the intent
 */
export function writeIntent(intent: CareIntent, writing: IntentWriting): WrittenOperation {
  const { what } = intent;
  return {
    format: 1,
    intent: intent.id,
    resident: intent.resident,
    class: classOf(intent),
    author: writing.author,
    pressedAt: intent.pressedAt,
    clockOffsetMs: writing.clockOffsetMs,
    // What an assessment became can only be changed once the server has it.
    dependsOn: writing.dependsOn ?? ('finished' in what ? [what.finished] : threadBefore(intent)),
    parts: partsOf(intent, writing),
    // An intent is plain JSON: it has crossed the port.
    about: traceOf(intent) as unknown as JsonValue,
  };
}

function partsOf(intent: CareIntent, writing: IntentWriting): readonly WrittenPart[] {
  const { id, resident, pressedAt, what } = intent;
  const { author, subject = `Patient/${resident ?? ''}`, written, device, url } = writing;
  const tidy = (person: ResidentEntered) => tidyEntered(person, londonDate(pressedAt));
  switch (what.kind) {
    case 'finish-assessment':
      // Guard: what is found of one resident must never be written of another.
      if (what.assessment.draft.resident !== resident)
        throw new EhchError('bad-argument', 'The assessment is about another resident than the intent.');
      return finishParts(what.assessment, {
        intent: id,
        form: what.form,
        subject,
        author,
        ...(device === undefined ? {} : { device }),
        ...(url === undefined ? {} : { url }),
      });
    case 'withdraw-assessment':
    case 'enter-in-error':
      return errorParts({
        intent: id,
        at: pressedAt,
        written: needed(written, 'written').map((resource) => ofSubject(resource, subject)),
        reason: what.kind === 'enter-in-error' ? what.reason : TAKEN_BACK,
        by: performerOf(author, displayOf(what.by)?.display),
      });
    case 'plan-line':
      somebody(resident);
      return planLineParts({ ...intent, what }, { author, subject, written: written ?? [] });
    case 'clinical-setting':
      somebody(resident);
      return clinicalSettingParts({ ...intent, what }, author, subject);
    case 'thread-entry':
      return threadEntryParts({ ...intent, what: onServerClock(what, writing) }, author, subject);
    case 'add-resident':
      return residentParts({
        intent: id,
        resident: somebody(resident),
        person: tidy(what.person),
        home: what.home,
      });
    case 'correct-resident':
      return correctedParts(somebody(resident), tidy(what.person), needed(written, 'written'));
    case 'resident-left':
      return leftParts(somebody(resident), what, needed(written, 'written'));
  }
}

/** A component does not know how far the device's clock is off, and the engine does. Threads are told by the server's clock. */
function onServerClock<Entry extends Extract<CareIntent['what'], { kind: 'thread-entry' }>>(
  what: Entry,
  { clockOffsetMs }: IntentWriting,
): Entry {
  const { entry } = what;
  return { ...what, entry: { ...entry, clockOffsetMs: entry.clockOffsetMs ?? clockOffsetMs } };
}

/** Guard: the list is about people, and none of its intents is about nobody. */
function somebody(resident: ResidentId | null): ResidentId {
  if (resident !== null) return resident;
  throw new EhchError('bad-argument', 'Give the resident: an intent about the list is about somebody.');
}

function needed<T>(given: T | undefined, name: string): T {
  if (given !== undefined) return given;
  throw new EhchError('bad-argument', `Give "${name}": the intent cannot be written without it.`);
}

/** Guard: nobody else's record is marked. A Provenance names no subject. */
function ofSubject(resource: JsonObject, subject: string): JsonObject {
  const own = textAt(resource['subject'], 'reference');
  // A server may give the reference with its own address before it.
  if (own === null || own === subject || own.endsWith(`/${subject}`)) return resource;
  throw new EhchError('bad-argument', 'A resource is about another resident than the intent.');
}
