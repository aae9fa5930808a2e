import { fileURLToPath } from 'node:url';
import type { PageSource } from '../page-source.ts';
import type { Scoring } from './fixture.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export type ContestantId = 'lforms' | 'smart-forms' | 'medplum' | 'ours' | 'floor';

/** A form filler in its smallest working page. */
export interface Contestant extends PageSource {
  readonly id: ContestantId;
  readonly title: string;
  /** What it cannot run, and why. The table shows this instead of a figure. */
  readonly cannot?: Partial<Readonly<Record<Scoring, string>>>;
}

const peer = (path: string) => at(`../peers/${path}`);
const module = (path: string) => peer(`node_modules/${path}`);

/** In the order of a round. */
export const CONTESTANTS: readonly Contestant[] = [
  {
    id: 'lforms',
    title: 'LHC-Forms 40.1.3',
    kind: 'peer',
    entry: peer('lforms.js'),
    // The scripts that its README lists, with only the R4 library.
    scripts: [
      'webcomponent/assets/lib/zone.min.js',
      'webcomponent/runtime.js',
      'webcomponent/polyfills.js',
      'webcomponent/main.js',
      'fhir/R4/lformsFHIR.min.js',
    ].map((path) => module(`lforms/dist/lforms/${path}`)),
    styles: [module('lforms/dist/lforms/webcomponent/styles.css')],
  },
  {
    id: 'smart-forms',
    title: 'Smart Forms 1.4.0',
    kind: 'peer',
    entry: peer('smart-forms.jsx'),
  },
  {
    id: 'medplum',
    title: 'Medplum React 5.2.13',
    kind: 'peer',
    entry: peer('medplum.jsx'),
    styles: [module('@mantine/core/styles.css'), module('@medplum/react/dist/esm/index.css')],
    cannot: { weight: 'its FHIRPath has neither weight() nor sum()' },
  },
  { id: 'ours', title: 'ehch-frailty-scorer', kind: 'ours', entry: at('pages/ours.ts') },
  { id: 'floor', title: 'floor (control)', kind: 'control', entry: at('pages/floor.js') },
];
