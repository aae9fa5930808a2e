import type { RecordReader } from '../reader.ts';
import { r4 } from './r4/index.ts';

/** THE REGISTRY of readers. A new reader is one line here. */
export const readers: readonly RecordReader[] = [r4];
