import type { CfsWarning } from '../../resident/frailty.ts';

/** The limitations of a level in words, for the summary and the form. */
export const CFS_WARNING_WORDS: Readonly<Record<CfsWarning, string>> = {
  // NICE NG159, update: the Clinical Frailty Scale.
  'not-validated-under-65': 'not validated under 65',
  'not-validated-disability':
    'not validated with a learning disability, autism or a stable long-term disability',
  'acutely-unwell': 'acutely unwell when it was judged: the level is that of two weeks before',
};
