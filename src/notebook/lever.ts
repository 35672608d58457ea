import { element, freshId } from "./element.ts";
import { keepState, numberOf, standsAt } from "./url-state.ts";

export type LeverOptions = {
  /** Its name in the page's address; letters, no spaces. */
  readonly name: string;
  readonly label: string;
  /** What the number counts, as "%", "months" or "£". */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Is it a count? Then what lies between two of them is rounded, and that is said. */
  readonly isWhole?: boolean;
  /** The value where the address holds none. */
  readonly value: number;
  /** One sentence: what moving it means, and where it has no effect. */
  readonly hint?: string;
  /** Why it cannot be moved, where it cannot: it stays at its value, whatever the address holds. */
  readonly fixed?: string | undefined;
};

/** An element with a number, for `view(lever(…))`: it sends `input` at every move. */
export type Lever = HTMLElement & { value: number };

/**
 * A lever: a label, a box for the number and a range beside it, its unit and a hint. Keys move it as well as a pointer, the
 * box takes any number between the ends at once, and what is shown is what is used. Its value stands in the address.
 */
export function lever(options: LeverOptions): Lever {
  const { name, label, unit, min, max, step, fixed, isWhole = false } = options;
  const hint = fixed ?? options.hint;
  const id = freshId(`lever-${name}`);
  const within = (value: number) => Math.min(max, Math.max(min, isWhole ? Math.round(value) : value));
  const linkedValue = () => within(fixed === undefined ? numberOf(name, options.value) : options.value);
  let value = linkedValue();
  const ends = { min, max, step, disabled: fixed !== undefined };
  const box = element("input", {
    type: "number",
    id,
    inputmode: isWhole ? "numeric" : "decimal",
    ...ends,
    step: isWhole ? 1 : "any",
  });
  const range = element("input", { type: "range", "aria-label": `${label}, ${unit}`, ...ends });
  const hintId = `${id}-hint`;
  const fault = element("p", { class: "lever-fault", role: "alert" });
  if (hint !== undefined) box.setAttribute("aria-describedby", hintId);
  const root = element(
    "div",
    { class: "lever" },
    element("label", { for: id }, label),
    element("span", { class: "lever-box" }, ...(unit === "£" ? ["£ ", box] : [box, ` ${unit}`])),
    range,
    ...(hint === undefined ? [] : [element("p", { class: "hint", id: hintId }, hint)]),
    fault,
  ) as unknown as Lever;

  const show = (from?: HTMLInputElement) => {
    // What is being typed is left alone.
    if (from !== box) box.value = String(value);
    if (from !== range) range.value = String(value);
    range.setAttribute("aria-valuetext", unit === "£" ? `£${value}` : `${value} ${unit}`);
  };
  const take = (from: HTMLInputElement) => {
    const typed = from.value.trim() === "" ? Number.NaN : Number(from.value);
    const isGood = typed >= min && typed <= max;
    const taken = within(typed);
    fault.textContent = !isGood
      ? `Give a number from ${min} to ${max}; ${value} is used.`
      : taken === typed
        ? ""
        : `Whole numbers only: ${taken} is used.`;
    box.setAttribute("aria-invalid", String(!isGood));
    if (!isGood) return;
    value = taken;
    keepState(name, value === options.value ? undefined : value);
    show(from);
    root.dispatchEvent(new Event("input"));
  };
  const sayLinked = () => {
    const asked = numberOf(name, options.value);
    fault.textContent =
      asked === value || fixed !== undefined ? "" : `The link asks for ${asked}; ${value} is used.`;
  };
  box.addEventListener("input", (event) => {
    event.stopPropagation();
    take(box);
  });
  range.addEventListener("input", (event) => {
    event.stopPropagation();
    take(range);
  });
  box.addEventListener("change", () => {
    // What was rounded is still said, now that the box shows it.
    if (box.getAttribute("aria-invalid") === "true") fault.textContent = "";
    box.removeAttribute("aria-invalid");
    show();
  });
  addEventListener("hashchange", () => {
    const linked = linkedValue();
    if (linked === value) return;
    value = linked;
    show();
    sayLinked();
    root.dispatchEvent(new Event("input"));
  });
  Object.defineProperty(root, "value", {
    get: () => value,
    set: (to: number) => {
      value = within(to);
      show();
    },
  });
  show();
  sayLinked();
  if (fixed === undefined) standsAt(name, root, () => value);
  return root;
}
