import type { LayoutPage } from '../layout-page.ts';

export const pages: readonly LayoutPage[] = [
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'Hughes', given: 'Margaret' },
  },
  // What is drawn on paper alone, nobody sees on screen.
  {
    file: 'print-copy.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'Hughes', given: 'Margaret' },
  },
  // A page before printing is a copy, and may be of anybody.
  { file: 'print-preview.html', reads: 'nobody' },
  { file: 'preview-over.html', reads: 'nobody' },
  { file: 'batch.html', reads: 'nobody' },
  { file: 'blank.html', reads: 'nobody' },
  { file: 'batch-on-screen.html', reads: 'ambiguous' },
];
