import type { LayoutPage } from '../layout-page.ts';

export const pages: readonly LayoutPage[] = [
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  // The frames show two people, for a moment or for good.
  { file: 'former-head.html', reads: 'ambiguous' },
  // A number without a date of birth never shows a record.
  {
    file: 'head-alone.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'HUGHES', given: 'Margaret' },
  },
  { file: 'main-alone.html', reads: 'nobody' },
  { file: 'list.html', reads: 'nobody' },
  { file: 'chi-number.html', reads: 'nobody' },
  { file: 'two-heads.html', reads: 'ambiguous' },
];
