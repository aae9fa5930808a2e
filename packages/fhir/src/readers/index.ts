import type { RecordReader } from '../reader.ts';
import { r4 } from './r4/index.ts';

/** THE REGISTRY of readers. */
export const readers: readonly RecordReader[] = [r4];
