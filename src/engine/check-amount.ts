import type { AmountSpec } from "./amount.ts";
import type { DocumentPath } from "./document.ts";
import { type Dictionary, type Fact, isPence } from "./fact.ts";
import { didYouMean } from "./nearest-name.ts";
import type { Problem } from "./problem.ts";
import type { Ruleset } from "./ruleset.ts";

/** Where a check puts what it finds. */
export type Report = (path: DocumentPath, problem: Omit<Problem, "where">) => void;

/** Money, a plain number, or the literal 0, which is both. */
export type Measure = "money" | "plain" | "zero" | "unknown";

/** What an amount may read: facts by name, and the parameters of its ruleset. */
export type AmountScope = { readonly facts: Dictionary; readonly parameters: Ruleset["parameters"] };

/** Is the fact an amount of money? Parameters say so by their unit, facts by their name. */
export function isMoney(fact: Pick<Fact, "name" | "unit" | "from">): boolean {
  return fact.from === "parameter" ? fact.unit === "pounds" : isPence(fact.name);
}

const mixing = "make it a parameter in pounds";

/**
 * Checks the names and units of an amount and tells what it measures.
 *
 * Money may be added to and compared with money only; a literal other than 0 is a plain number.
 */
export function checkAmount(
  spec: AmountSpec,
  path: DocumentPath,
  scope: AmountScope,
  report: Report,
): Measure {
  const check = (part: AmountSpec, ...rest: (string | number)[]) =>
    checkAmount(part, [...path, ...rest], scope, report);
  const all = (parts: readonly AmountSpec[], key: string) => parts.map((part, i) => check(part, key, i));
  const alike = (measures: readonly Measure[]): Measure => {
    if (measures.includes("money") && measures.includes("plain")) {
      report(path, {
        adjective: "invalid",
        noun: "amount",
        found: "money together with a plain number",
        expected: "money with money, or plain numbers with plain numbers",
        hint: mixing,
      });
      return "unknown";
    }
    return (
      measures.find((m) => m === "money") ?? measures.find((m) => m === "plain") ?? measures[0] ?? "unknown"
    );
  };
  if (typeof spec === "number") return spec === 0 ? "zero" : "plain";
  if ("fact" in spec) return checkName(spec.fact, [...path, "fact"], scope, report);
  if ("param" in spec) {
    const parameter = Object.hasOwn(scope.parameters, spec.param) ? scope.parameters[spec.param] : undefined;
    if (parameter === undefined) {
      const hint = didYouMean(spec.param, Object.keys(scope.parameters));
      report([...path, "param"], {
        adjective: "unknown",
        noun: "parameter",
        found: spec.param,
        ...(hint && { hint }),
      });
      return "unknown";
    }
    if (parameter.type === "enum") {
      report([...path, "param"], {
        adjective: "invalid",
        noun: "parameter",
        found: `${spec.param}, an enum`,
        expected: "a number",
      });
    }
    return parameter.unit === "pounds" ? "money" : "plain";
  }
  if ("add" in spec) return alike(all(spec.add, "add"));
  if ("sub" in spec) return alike(all(spec.sub, "sub"));
  if ("min" in spec) return alike(all(spec.min, "min"));
  if ("max" in spec) return alike(all(spec.max, "max"));
  if ("clamp" in spec) return alike(all(spec.clamp, "clamp"));
  if ("mul" in spec) {
    const measures = all(spec.mul, "mul");
    if (measures.filter((m) => m === "money").length > 1) {
      report(path, {
        adjective: "invalid",
        noun: "amount",
        found: "money times money",
        expected: "at most one factor in money",
      });
    }
    return measures.includes("money") ? "money" : measures.includes("unknown") ? "unknown" : "plain";
  }
  if ("div" in spec) {
    const [left, right] = all(spec.div, "div");
    const otherwise = check(spec.otherwise, "otherwise");
    const quotient: Measure =
      left === "money" && right !== "money" ? "money" : left === "zero" ? "zero" : "plain";
    return alike([quotient, otherwise]);
  }
  if ("round" in spec) return check(spec.round, "round");
  if ("tiers" in spec) {
    const of = check(spec.tiers.of, "tiers", "of");
    const rates = spec.tiers.bands.map((band, i) => {
      if (band.upTo !== undefined) alike([of, check(band.upTo, "tiers", "bands", i, "upTo")]);
      else if (i < spec.tiers.bands.length - 1) {
        report([...path, "tiers", "bands", i], {
          adjective: "missing",
          noun: "key",
          found: "upTo",
          expected: "an end to every band but the last",
        });
      }
      return check(band.rate, "tiers", "bands", i, "rate");
    });
    return of === "money" ? "money" : alike(rates);
  }
  if ("table" in spec) {
    const { of, rows, otherwise } = spec.table;
    const over = check(of, "table", "of");
    const fact = typeof of === "object" && "fact" in of ? scope.facts.get(of.fact) : undefined;
    const values = rows.map((row, i) => {
      if ((row.is === undefined) === (row.upTo === undefined)) {
        report([...path, "table", "rows", i], {
          adjective: "invalid",
          noun: "row",
          expected: "either is or upTo",
        });
      }
      if (row.upTo !== undefined) alike([over, check(row.upTo, "table", "rows", i, "upTo")]);
      if (typeof row.is === "string" && fact?.values !== undefined && !fact.values.includes(row.is)) {
        report([...path, "table", "rows", i, "is"], {
          adjective: "unknown",
          noun: "value",
          found: row.is,
          expected: `one of ${fact.values.join(", ")}`,
        });
      } else if (
        row.is !== undefined &&
        typeof row.is !== "number" &&
        fact?.type !== (typeof row.is === "string" ? "enum" : "boolean")
      ) {
        report([...path, "table", "rows", i, "is"], {
          adjective: "invalid",
          noun: "value",
          found: String(row.is),
          expected: "a number",
        });
      }
      return check(row.value, "table", "rows", i, "value");
    });
    return alike([...values, check(otherwise, "table", "otherwise")]);
  }
  const [total] = all(spec.instalment, "instalment");
  return total ?? "unknown";
}

function checkName(name: string, path: DocumentPath, scope: AmountScope, report: Report): Measure {
  const fact = scope.facts.get(name);
  if (fact === undefined) {
    const hint = didYouMean(name, scope.facts.keys());
    report(path, {
      adjective: "unknown",
      noun: "fact",
      found: name,
      expected: "a fact of the dictionary, or one declared under facts, parameters or tracked",
      ...(hint && { hint }),
    });
    return "unknown";
  }
  if (fact.type === "enum" && !path.includes("of")) {
    report(path, {
      adjective: "invalid",
      noun: "fact",
      found: `${name}, a word`,
      expected: "a number",
      hint: "a table turns words into numbers",
    });
    return "unknown";
  }
  return isMoney(fact) ? "money" : "plain";
}
