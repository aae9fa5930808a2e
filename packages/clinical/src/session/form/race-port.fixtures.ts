import { EhchError } from '../../errors.ts';
import type { Draft } from '../../form/draft.ts';
import type { FinishedAssessment } from '../../assessment/types.ts';
import type { CareIntent, DraftKept, DraftOvertaken, KeptDraft, Receipt } from '../../ports/care-actions.ts';
import { START } from './session.fixtures.ts';

/** What a port is asked, and what it answers, as `CareActions` promises it. It answers at once; the race delays the answer. */
export class RacePort {
  /** What was signed and not taken back. */
  readonly signed = new Map<string, FinishedAssessment>();
  readonly #kept = new Map<string, KeptDraft>();
  readonly #over = new Set<string>();
  readonly #known = new Map<string, Receipt>();
  readonly #withRevisions: boolean;
  #saves = 0;

  constructor(withRevisions: boolean) {
    this.#withRevisions = withRevisions;
  }

  get drafts(): readonly Draft[] {
    return [...this.#kept.values()].map(({ draft }) => draft);
  }

  load(resident: string): KeptDraft | null {
    return this.#kept.get(resident) ?? null;
  }

  save(draft: Draft, revision: string | null): DraftKept | DraftOvertaken {
    if (this.#over.has(draft.id)) throw new EhchError('bad-argument', 'This assessment was finished.');
    const kept = this.#kept.get(draft.resident);
    if (this.#withRevisions && kept !== undefined && kept.revision !== revision)
      return { where: 'overtaken', by: kept };
    return { where: 'memory', revision: this.#keep(draft) };
  }

  enqueue({ id, resident: about, what }: CareIntent): Receipt {
    // Every assessment has a resident.
    const resident = about ?? '';
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const kept = this.#kept.get(resident)?.draft;
    if (what.kind === 'finish-assessment') {
      const { draft } = what.assessment;
      // What somebody else answered meanwhile must not go with what is signed.
      if (kept?.id === draft.id && JSON.stringify(kept) !== JSON.stringify(draft))
        return refused('It was answered elsewhere meanwhile.');
      // One signing of the same answers is enough.
      const before = [...this.signed.values()].find((one) => one.draft.id === draft.id);
      if (before !== undefined && JSON.stringify(before.draft) === JSON.stringify(draft))
        return refused('It was signed already in another window.');
      if (kept?.id === draft.id) this.#kept.delete(resident);
      this.#over.add(draft.id);
      this.signed.set(id, what.assessment);
    }
    if (what.kind === 'withdraw-assessment') {
      if (kept !== undefined && kept.id !== what.draft.id) return refused('Another form was begun.');
      this.#over.delete(what.draft.id);
      this.signed.delete(what.finished);
      if (kept === undefined) this.#keep(what.draft);
    }
    const receipt: Receipt = { state: 'held-in-memory' };
    this.#known.set(id, receipt);
    return receipt;
  }

  #keep(draft: Draft): string {
    const revision = String((this.#saves += 1));
    this.#kept.set(draft.resident, { draft, revision });
    return revision;
  }
}

function refused(why: string): Receipt {
  return { state: 'refused', at: new Date(START).toISOString(), why };
}
