import type { Scenario } from "../sim/scenario-schema.ts";

/** A figure of a scenario in plain words, from its dotted path and the titles around it: "cost per year of posts". */
export function figureWords(scenario: Scenario, path: string): string {
  const [section, second, third] = path.split(".") as [string, string?, string?, string?];
  const last = plain(path.slice(path.lastIndexOf(".") + 1));
  const stage = (id: string | undefined) =>
    scenario.delivery.stages.find((s) => s.id === id)?.title ?? plain(id ?? "");
  switch (section) {
    case "volume":
      return second === "factors" ? `${last} (a cause of volume)` : `${last} (volume)`;
    case "delivery":
      return second === "stages" ? `${last} of “${stage(third)}”` : last;
    case "costs":
      if (second === "perOutcome") return `cost of an outcome, “${stage(third)}”`;
      if (second === "setUp") return "set-up cost";
      return third === undefined || third === "value"
        ? `${plain(second ?? "")} (costs)`
        : `${last} of ${plain(second ?? "")}`;
    case "provider":
    case "commissioner":
      return `the ${section}'s ${last}`;
    case "levers": {
      const title = scenario.levers.find(({ id }) => id === second)?.title ?? plain(second ?? "");
      return third === "cost" ? `cost of “${title}”` : `effect of “${title}”`;
    }
    case "drawn":
      return plain(second ?? "");
    default:
      return last;
  }
}

/** A name in camel case as words. */
function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Za-z])(\d)/g, "$1 $2")
    .replace(/(\d)([A-Za-z])/g, "$1 $2")
    .toLowerCase();
}
