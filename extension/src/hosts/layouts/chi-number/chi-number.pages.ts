import type { LayoutPage } from '../layout-page.ts';

export const pages: readonly LayoutPage[] = [
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'both-numbers.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  { file: 'chi-number.html', reads: 'nobody' },
  // It passes the arithmetic of an NHS number, and is none.
  { file: 'chi-as-nhs.html', reads: 'nobody' },
  { file: 'hc-number.html', reads: 'nobody' },
  { file: 'hospital-number.html', reads: 'nobody' },
  { file: 'bad-check-digit.html', reads: 'nobody' },
  { file: 'moved-to-england.html', reads: 'ambiguous' },
];
