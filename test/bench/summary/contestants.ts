import { fileURLToPath } from 'node:url';
import type { PageSource } from '../page-source.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const module = (path: string) => at(`../peers/node_modules/${path}`);

export type ContestantId = 'medplum' | 'ours' | 'window' | 'floor';

export interface Contestant extends PageSource {
  readonly id: ContestantId;
  readonly title: string;
}

/** In the order of a round. */
export const CONTESTANTS: readonly Contestant[] = [
  {
    id: 'medplum',
    title: 'Medplum PatientSummary 5.2.13',
    kind: 'peer',
    entry: at('../peers/medplum-summary.jsx'),
    styles: [module('@mantine/core/styles.css'), module('@medplum/react/dist/esm/index.css')],
  },
  { id: 'ours', title: 'ehch-resident-summary', kind: 'ours', entry: at('pages/engine.ts') },
  { id: 'window', title: 'read in the window', kind: 'ours', entry: at('pages/window.ts') },
  { id: 'floor', title: 'floor (control)', kind: 'control', entry: at('pages/floor.js') },
];
