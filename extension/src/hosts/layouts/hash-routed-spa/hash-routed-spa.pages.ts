import type { LayoutPage } from '../layout-page.ts';

export const pages: readonly LayoutPage[] = [
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  // The system may write a date in two ways.
  {
    file: 'iso-date.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  // The view of the patient before stays in the page, and nobody sees it.
  {
    file: 'former-kept.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  // A search that is open elsewhere on the page says nothing of the patient.
  {
    file: 'search-open.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  { file: 'list.html', reads: 'nobody' },
  // The list came before the view of the patient went.
  { file: 'list-over-former.html', reads: 'nobody' },
  { file: 'loading.html', reads: 'nobody' },
  // 14 July 1941 was a Monday.
  {
    file: 'wrong-weekday.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'HUGHES', given: 'Margaret' },
  },
  { file: 'two-views.html', reads: 'ambiguous' },
];
