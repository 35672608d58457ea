/** Made by bin/notebooks/shipped.mjs when notebooks are built: what the worker knows without asking anyone. */
declare module "riskshare:shipped" {
  /** The version of riskshare. */
  export const version: string;
  /** The library of rulesets as JSON. */
  export const library: string;
  /** The shipped scenarios by name: the text, and as JSON what it says and what its schema makes of it. */
  export const scenarios: Readonly<
    Record<string, { readonly text: string; readonly value: string; readonly scenario: string }>
  >;
}

/** Names and titles of the shipped scenarios alone, for pickers. */
declare module "riskshare:titles" {
  export const titles: readonly { readonly id: string; readonly title: string }[];
  export const version: string;
}

/** The library of rulesets alone, for a page that reads rules. */
declare module "riskshare:library" {
  /** As JSON. */
  export const library: string;
}

/** The shipped requirements and the offers made to each, as JSON. */
declare module "riskshare:rounds" {
  export const rounds: readonly {
    readonly id: string;
    readonly title: string;
    readonly requirement: string;
    readonly offers: string;
  }[];
}

/** The shipped offers of providers, and the scenarios of one contract, in which an offer can be tested. */
declare module "riskshare:own-offers" {
  export const samples: readonly import("../offer/offer-document.ts").OfferDocument[];
  export const scenarios: readonly { readonly id: string; readonly title: string }[];
}

/** Starts the worker that tests offers, with workbooks in it; inlined where the page is one file. */
declare module "riskshare:offer-worker" {
  export const startOfferWorker: () => Worker;
}

/** Starts the worker of live runs: a file of its own, or inlined where the page is one file. */
declare module "riskshare:live-worker" {
  export const startLiveWorker: () => Worker;
}

/** Starts the worker that tells reasons, with json-rules-engine in it; inlined where the page is one file. */
declare module "riskshare:reasons-worker" {
  export const startReasonsWorker: () => Worker;
}

/** The editing of cells, where the page may have it: not in a single file. */
declare module "riskshare:edit" {
  import type { CellDefinition } from "observable:runtime/define.js";
  export const offerEditing: (redefine: (definition: CellDefinition) => void) => void;
}

declare module "*.css";
