import { version } from "riskshare:titles";
import { openNewest } from "./newest.ts";

/**
 * The state of a page in its address, after the `#`: levers, seed, scenario and the version of riskshare, so that a link
 * shows the same view. `#scenario=dps-2017&seed=1&fee=0.2&v=0.1.0`; what is as it was at first
 * is left out of the address bar, and stands in a link that is copied.
 */
let values = new URLSearchParams(location.hash.slice(1));
let linked = values.get("v") ?? undefined;
/** Every control of the page, with what it stands at. */
const standing = new Map<string, { readonly control: Element; readonly now: () => string | number }>();
let writing: ReturnType<typeof setTimeout> | undefined;
const changed = openNewest<number>();
let changes = 0;

/** The text that the address holds under a name; undefined where it holds none. */
export function stateOf(name: string): string | undefined {
  return values.get(name) ?? undefined;
}

/** The number that the address holds under a name; `otherwise` where it holds none, or something that is no number. */
export function numberOf(name: string, otherwise: number): number {
  const text = values.get(name);
  const number = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : otherwise;
}

/** Puts a value under a name; undefined takes it out. The address is written a little later, as browsers limit that. */
export function keepState(name: string, value: string | number | undefined): void {
  if (value === undefined) values.delete(name);
  else values.set(name, String(value));
  clearTimeout(writing);
  writing = setTimeout(writeState, 250);
}

/** Says what a control stands at, for links: what is as it was at first may be another thing in a later version. */
export function standsAt(name: string, control: Element, now: () => string | number): void {
  standing.set(name, { control, now });
}

function writeState(): void {
  values.delete("v");
  const text = values.size === 0 ? "" : `#${new URLSearchParams([...values, ["v", version]])}`;
  if (text !== location.hash)
    history.replaceState(history.state, "", text || location.pathname + location.search);
}

/** The address of the view as it is now, for a link. */
export function linkToView(): string {
  clearTimeout(writing);
  writeState();
  // A control that another took the place of stands nowhere.
  const shown = [...standing].filter(([, { control }]) => control.isConnected);
  const stands = shown.map(([name, { now }]): [string, string] => [name, String(now())]);
  return fullLink(location.href, values, stands);
}

/** An address with all that a view is made of after its `#`: what the address holds, what controls stand at, the version. */
export function fullLink(
  address: string,
  kept: Iterable<[string, string]>,
  stands: readonly [string, string][],
): string {
  const all = new Map([...stands, ...kept, ["v", version]]);
  return `${address.replace(/#.*$/, "")}#${new URLSearchParams([...all])}`;
}

/** The version in the link by which the page was opened, where it is another than this page's. */
export function otherVersion(): string | undefined {
  return linked === version ? undefined : linked;
}

/** Changes each time another address is followed within the page: cells that read the state depend on it. */
export const addressChanges = changed.values;

/** Takes over what the reader types into the address, or where Back leads. */
export function followHash(): void {
  changed.put(changes);
  addEventListener("hashchange", () => {
    values = new URLSearchParams(location.hash.slice(1));
    linked = values.get("v") ?? undefined;
    changes += 1;
    changed.put(changes);
  });
}
