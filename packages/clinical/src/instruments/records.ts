/**
 * A tool whose owner does not allow its words or rules in a program like this. Staff record their finding as a coded
 * result with its date and a link to the document. The program asks, computes and bands nothing.
 */
export interface RecordedTool {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  /** The owner's address for it; `null` if none was confirmed. */
  readonly url: string | null;
  readonly licence: string;
  /** What is recorded, beside the date, the author and a link to the document. */
  readonly result: string;
  /** Words that stand beside the record each time. */
  readonly notice?: string;
}

const TERMS_NOT_FOUND = 'Terms not confirmed.';

const RESTORE2 =
  'Trade mark and copyright; free for health and care settings if not altered in any way, so none of it is here.';

const NOT_RECORDED = 'No record here is neither “for CPR” nor “not for CPR”: none is recorded here.';

/** Tier C of the instruments, by id. */
export const recordedTools: readonly RecordedTool[] = [
  {
    id: 'dnacpr',
    title: 'DNACPR decision',
    owner: 'Whoever decided, as the document says',
    url: null,
    licence: 'A decision, no instrument.',
    result: 'The decision as coded, with date, decider and document',
    notice: `This is about CPR only. ${NOT_RECORDED}`,
  },
  {
    id: 'gsf',
    title: 'GSF proactive identification guidance',
    owner: 'Gold Standards Framework',
    url: null,
    licence: 'Free after registration; its indicators are not here.',
    result: 'Stage as coded (A to D)',
  },
  {
    id: 'gulp',
    title: 'GULP',
    owner: 'A local NHS tool, used by permission',
    url: null,
    licence: 'By permission of its owner.',
    result: 'Used, and the result in words',
    notice: 'There is no validated screening tool for dehydration in care homes.',
  },
  {
    id: 'respect',
    title: 'ReSPECT form',
    owner: 'Resuscitation Council UK',
    url: null,
    licence: 'Who adopts it agrees with the owner; the form is not drawn here.',
    result: 'Version, where the form is, clinical focus, CPR recommendation, and a link to the form',
    notice: `Recommendations, not legally binding. ${NOT_RECORDED}`,
  },
  {
    id: 'restore2',
    title: 'RESTORE2',
    owner: 'NHS Hampshire and Isle of Wight ICB',
    url: null,
    licence: RESTORE2,
    result: 'Tool used, as a text value',
  },
  {
    id: 'restore2mini',
    title: 'RESTORE2mini',
    owner: 'NHS Hampshire and Isle of Wight ICB',
    url: null,
    licence: RESTORE2,
    result: 'Tool used, as a text value',
  },
  {
    id: 'roc-to-drink',
    title: 'ROC to Drink',
    owner: 'A local NHS tool',
    url: null,
    licence: TERMS_NOT_FOUND,
    result: 'Used, and the result in words',
    notice: 'There is no validated screening tool for dehydration in care homes.',
  },
  {
    id: 'spict',
    title: 'SPICT',
    owner: 'SPICT programme',
    url: 'https://www.spict.org.uk',
    licence: 'Free to download and use as it is; no other format and no change without permission.',
    result: 'Indicators present: yes or no',
  },
  {
    id: 'stop-and-watch',
    title: 'Stop and Watch',
    owner: 'INTERACT, Florida Atlantic University',
    url: null,
    licence: 'Not to be put into software without the owner’s permission.',
    result: 'Tool used, as a text value',
  },
  {
    id: 'stopp-start',
    title: 'STOPP/START version 3',
    owner: 'O’Mahony and others 2023, Eur Geriatr Med 14:625-32',
    url: 'https://doi.org/10.1007/s41999-023-00777-y',
    licence: 'The text of the criteria is not here.',
    result: 'The numbers of the criteria that were met; there is no total',
  },
];
