import type { DocumentPath } from "../engine/document.ts";

/** What stands in for parts of an offer that cannot be read; optional ones are left out. */
export function offerStandIn(path: DocumentPath): unknown {
  const [last, before] = [path.at(-1), path.at(-2)];
  // A criterion may be called quality itself.
  if (before === "quality" && path.at(-3) !== "quality") return { rating: 0 };
  if (before === "prices") return price;
  if (before === "offers" && typeof last === "number")
    return { id: `unread-${last}`, bidder: { name: "-" }, price: 1 };
  if (typeof last === "number") return "-";
  switch (last) {
    case "id":
      return `unread-${path.find((step) => typeof step === "number") ?? 0}`;
    case "bidder":
      return { name: "-" };
    case "name":
    case "explanation":
      return "-";
    case "accepted":
      return true;
    case "price":
      return 1;
    case "prices":
      return [price];
    case "from":
      return price.from;
    case "rating":
      return 0;
    default:
      return undefined;
  }
}

/** It stands on every day. */
const price = { from: "1000-01-01", price: 1 };
