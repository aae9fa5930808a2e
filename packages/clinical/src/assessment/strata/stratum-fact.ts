import type { PartialDate } from '../../time/types.ts';

/** A fact that stands beside the question of how closely to follow somebody. It proposes no answer. */
export interface StratumFact {
  readonly about: 'last-days' | 'cfs' | 'news2' | 'weight' | 'falls' | 'admissions' | 'planning';
  readonly text: string;
  /** `null`: the record does not say when, or the fact is that something cannot be read. */
  readonly on: PartialDate | null;
  /** `assessment`: answered in this form. */
  readonly from: 'record' | 'assessment';
  /**
   * `nothing`: the record has none, or says nothing, so there is nothing that could have a date.
   * `unknown`: the record could not be read, is withheld, is at odds or has gaps. It is no "none".
   */
  readonly state: 'known' | 'nothing' | 'unknown';
}

export function knownFact(about: StratumFact['about'], text: string, on: PartialDate | null): StratumFact {
  return { about, text, on, from: 'record', state: 'known' };
}
