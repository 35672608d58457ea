import { parseDocument as parseYaml } from "yaml";
import type { LiveRequest } from "./live-request.ts";
import type { ReadSource } from "./read-source.ts";

/**
 * Writes a scenario with the policies of the page in it, as a file for the command line; comments stay.
 * `riskshare compare FILE --policies …` gives the page's answer for it.
 */
export function writtenScenario({ text, format, known }: ReadSource, { added = [] }: LiveRequest): string {
  if (added.length === 0) return text;
  const ids = added.map(({ id }) => id);
  if (format === "json") {
    const value = known?.value as { readonly policies: readonly { readonly id: string }[] };
    const policies = [...value.policies.filter(({ id }) => !ids.includes(id)), ...added];
    return `${JSON.stringify({ ...value, policies }, null, 2)}\n`;
  }
  const document = parseYaml(text);
  const { policies } = document.toJS() as { policies: readonly { readonly id: string }[] };
  for (let place = policies.length - 1; place >= 0; place--)
    if (ids.includes(policies[place]!.id)) document.deleteIn(["policies", place]);
  for (const policy of added) document.addIn(["policies"], document.createNode(policy));
  return document.toString({ lineWidth: 110 });
}
