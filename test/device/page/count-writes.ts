// Runs in the engine's worker, before the engine. It tells the laboratory of each moment at which a death could lose or double
// something: the end of each write transaction, and the begin of a term as leader. The worker stands still until the laboratory
// has answered, so a death comes exactly then, before the engine has heard of the end.

const tab = new URLSearchParams(location.search).get('tab') ?? '';

function tell(what: string): void {
  const request = new XMLHttpRequest();
  // Not asynchronous: that is what stops the worker.
  request.open('POST', `/moment?${new URLSearchParams({ tab, what })}`, false);
  request.send();
}

const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function counted(...given) {
  const made = transaction.apply(this, given);
  if (given[1] === 'readwrite')
    made.addEventListener('complete', () => tell(`wrote ${[...made.objectStoreNames].join(' ')}`));
  return made;
};

const openDatabase = IDBFactory.prototype.open;
IDBFactory.prototype.open = function counted(...given) {
  const asked = openDatabase.apply(this, given);
  asked.addEventListener('upgradeneeded', () =>
    asked.transaction?.addEventListener('complete', () => tell(`made ${given[0].slice(0, 5)}`)),
  );
  return asked;
};

type Held = (lock: Lock | null) => Promise<unknown>;

const requestLock = LockManager.prototype.request;
LockManager.prototype.request = function counted(name: string, ...given: unknown[]) {
  const held = given.at(-1) as Held;
  const told: Held = (lock) => {
    if (name.startsWith('ehch-sync:')) tell('leads');
    return held(lock);
  };
  return requestLock.apply(this, [name, ...given.slice(0, -1), told] as never) as never;
};
