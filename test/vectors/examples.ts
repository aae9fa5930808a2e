import { findExports } from './rule-sets.ts';
import { parseVectorFile, type VectorSet } from './vector-file.ts';

/** The project's own worked examples, exported as `examples` beside the rules, in the form of a vector file. */
export async function findExamples(): Promise<readonly VectorSet[]> {
  const files = await findExports('examples');
  return files.flatMap(([file, examples]) => {
    const instruments = Object.fromEntries(
      Object.entries(examples).map(([name, vectors]) => [name, { vectors }]),
    );
    // Through JSON, so that one rule reads and compares our examples and anybody's file.
    return parseVectorFile(JSON.stringify({ instruments }), file);
  });
}
