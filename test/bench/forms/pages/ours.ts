import '../contract.ts';

const notYet = (): never => {
  throw new Error('not there yet');
};

window.bench = {
  mount: notYet,
  unmount: notYet,
  radios: () => 0,
  radio: () => null,
  total: () => null,
  decimal: () => null,
};
