import type { DocumentPath } from "../engine/document.ts";

/** A ruleset that no library has: what names it is told of at the place that could not be read. */
const unreadRule = "unread";

/** What stands in for parts of a requirement that cannot be read; optional ones are left out. */
export function requirementStandIn(path: DocumentPath): unknown {
  const last = path.at(-1);
  if (typeof last === "number") {
    const list = path.at(-2);
    if (list === "checks") return `${unreadRule}-${last}`;
    return list === "criteria" || list === "parts" ? criterion(path) : "-";
  }
  switch (last) {
    case "id":
      return path.length === 1 ? unreadRule : nameAt(path);
    case "criteria":
    case "parts":
      return [criterion([...path, 0])];
    case "title":
    case "name":
      return "-";
    case "commissioner":
      return { name: "-" };
    // Every price of a standing offer stands by then.
    case "published":
      return "9999-12-31";
    case "budget":
      return 1;
    case "weight":
      return 0;
    case "rule":
    case "scenario":
    case "policy":
      return unreadRule;
    default:
      return undefined;
  }
}

/** Is a criterion's name one of those that stand in for what could not be read? */
export function isStandInName(id: string): boolean {
  return /^unread\d/.test(id);
}

function criterion(path: DocumentPath): object {
  return { id: nameAt(path), title: "-", weight: 0, rule: unreadRule };
}

function nameAt(path: DocumentPath): string {
  return `unread${path.filter((step) => typeof step === "number").join("x")}`;
}
