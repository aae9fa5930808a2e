import { findExports } from './rule-sets.ts';
import { parseVectorFile, type VectorSet } from './vector-file.ts';

/** The project's own worked examples, which stand beside the rules as `examples`, in the form of a vector file. */
export async function findExamples(): Promise<readonly VectorSet[]> {
  const files = await findExports('examples');
  return files.flatMap(([file, examples]) => {
    const instruments = Object.fromEntries(
      Object.entries(examples).map(([name, vectors]) => [name, { vectors }]),
    );
    // Through JSON, so that our examples and anybody's file are read and compared by one rule.
    return parseVectorFile(JSON.stringify({ instruments }), file);
  });
}
