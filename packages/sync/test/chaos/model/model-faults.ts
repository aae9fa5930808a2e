import type { ModelClient } from './model-push.ts';
import type { ModelServer, Version } from './model-server.ts';
import type { Press } from './model-run.ts';

/** Looks for everything that must not be once all is quiet. Each line names the kind first. */
export function faultsOf(
  server: ModelServer,
  clients: readonly ModelClient[],
  presses: readonly Press[],
): readonly string[] {
  return [
    ...presses.flatMap((press) => ofPress(server, clients, press)),
    ...clients.flatMap(stuckOf),
    ...server.log.flatMap((version) => (isBlind(server, version) ? [`overwritten: ${version.key}`] : [])),
    ...clients.flatMap((client) => [...differencesOf(server, client), ...buriedAlive(server, client)]),
  ];
}

function ofPress(
  server: ModelServer,
  clients: readonly ModelClient[],
  { client, intents, kind }: Press,
): readonly string[] {
  const store = clients.find(({ name }) => name === client)?.store;
  const written = server.log.filter(({ intent }) => intent !== null && intents.includes(intent));
  const retired = new Set(
    server.log.filter(({ body, by }) => body === null && by === client).map(({ key }) => key),
  );
  const kept = new Set(written.map(({ key }) => key).filter((key) => !retired.has(key)));
  const effects = kind === 'create' ? kept.size : written.length;
  const isWaiting = store?.outbox.some(({ intent }) => intents.includes(intent));
  const isAccepted = intents.some((intent) => store?.accepted.has(intent));
  if (effects > 1) return [`doubled: ${intents[0]}`];
  if (effects === 0 && isAccepted) return [`lost: ${intents[0]} was accepted and never written`];
  if (effects === 0 && !isWaiting) return [`lost: ${intents[0]}`];
  return [];
}

/** What waits for a person, and what waits behind it, is not stuck. */
function stuckOf({ store: { outbox } }: ModelClient): readonly string[] {
  const behind = new Set(outbox.filter(({ state }) => state === 'conflict').map(({ key }) => key));
  return outbox
    .filter(({ state, key }) => state !== 'conflict' && !behind.has(key))
    .map(({ intent, state }) => `stuck: ${intent} ${state}`);
}

function isBlind(server: ModelServer, { by, key, version, seen, intent }: Version): boolean {
  if (by === 'outside') return false;
  const before = server.log.find((each) => each.key === key && each.version === version - 1);
  // The same write twice in a row changes nothing that anybody wrote.
  return (before?.version ?? null) !== seen && (before?.intent ?? null) !== intent;
}

/** A record that lives, and was taken for deleted for a while. */
function buriedAlive(server: ModelServer, { name, store }: ModelClient): readonly string[] {
  return store.burials.flatMap(({ key, at }) => {
    const last = server.log.findLast((version) => version.key === key && version.committed <= at);
    return last?.body ? [`taken for deleted: ${key} at ${name}`] : [];
  });
}

function differencesOf(server: ModelServer, { name, store }: ModelClient): readonly string[] {
  const live = new Map(server.live().map((version) => [version.key, version]));
  const faults: string[] = [];
  for (const [key, { body }] of store.cache)
    if (body !== null && !live.has(key)) faults.push(`left over: ${key} at ${name}`);
  for (const [key, { version }] of live) {
    const held = store.cache.get(key);
    if (held === undefined || held.body === null) faults.push(`missing: ${key} at ${name}`);
    else if (held.version !== version) faults.push(`stale: ${key} at ${name}`);
  }
  return faults;
}
