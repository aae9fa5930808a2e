import { intentOfRequest } from '../served-request.ts';
import type { Invariant } from './observed.ts';

/** I3: each version that we wrote was based on the version before it. */
export const noSilentOverwrite: Invariant = ({ served }) => {
  const written = new Map<string, string | null>();
  return served.flatMap((request) =>
    request.writes.flatMap((write) => {
      const key = `${write.type}/${write.id}`;
      const intent = intentOfRequest(request);
      const before = written.get(key) ?? null;
      written.set(key, request.by === 'outside' ? null : intent);
      if (request.by === 'outside' || write.previous === null || write.previousDeleted) return [];
      if (write.claimedBase === write.previous) return [];
      // A second copy of one request writes over nobody's work but its own.
      if (intent !== null && intent === before) return [];
      const what = `${request.by} wrote ${key} ${write.version} on ${write.claimedBase ?? 'nothing'}`;
      return [{ invariant: 'I3', what } as const];
    }),
  );
};
