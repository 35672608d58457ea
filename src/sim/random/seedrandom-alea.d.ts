// The package's own types describe its index only, which pulls in Node's crypto.
declare module "seedrandom/lib/alea.js" {
  type AleaState = { c: number; s0: number; s1: number; s2: number };
  type StatefulAlea = { (): number; state(): AleaState };
  function alea(seed: string, options: { state: true }): StatefulAlea;
  export = alea;
}
