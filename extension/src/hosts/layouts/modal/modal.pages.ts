import type { LayoutPage } from '../layout-page.ts';

export const pages: readonly LayoutPage[] = [
  // The dialog is in the page and closed.
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'another-in-modal.html',
    reads: { nhsNumber: '9990000018', born: '1938-03-09', family: 'ASHWORTH', given: 'Doris' },
  },
  {
    file: 'same-in-modal.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  // Nobody can see what the page beneath says.
  { file: 'question.html', reads: 'nobody' },
  // The dialog covers nothing, so both are seen.
  { file: 'two-side-by-side.html', reads: 'ambiguous' },
  { file: 'small-change.html', reads: 'ambiguous' },
  // What one layout does not say, the other may.
  {
    file: 'without-birth.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
];
