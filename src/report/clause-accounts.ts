import { type Explanation, rulesIn } from "../engine/explanation.ts";
import { asSentence, nameWords } from "../engine/words/name-words.ts";
import type { ExplainedMonth, ExplainedPath } from "./explained-path.ts";

/** What a clause owed over a future, and why. */
export type ClauseAccount = {
  /** The id of the ruleset. */
  readonly ruleset: string;
  /** What is paid, in words; what the clause does where it pays nothing. */
  readonly output: string;
  readonly pounds: number;
  /** The months in which anything was owed. */
  readonly months: readonly { readonly month: number; readonly pounds: number }[];
  /** The reason in the month in which it owed most, or in the last month in which it was asked. */
  readonly why: string;
  readonly whyMonth: number;
  readonly source: NonNullable<Explanation["source"]>;
};

/** The accounts of all clauses of an explained future, in the order in which they run. */
export function clauseAccounts({ months }: Pick<ExplainedPath, "months">): ClauseAccount[] {
  const clauses = months[0]?.explanation.children ?? [];
  return clauses.flatMap(({ about, source = [] }): ClauseAccount[] => {
    const ruleset = about!.ruleset;
    const outputs = new Set(
      months.flatMap((month) => month.payments.filter((p) => p.ruleset === ruleset).map((p) => p.output)),
    );
    // What falls due at the end is set by a clause and paid as the settlement.
    const settles = months.some((month) => setsSettlement(clauseIn(month, ruleset)));
    const owed = [
      ...[...outputs].map((output) => ({
        output,
        of: (month: ExplainedMonth) => owedAs(month, ruleset, output),
      })),
      ...(settles ? [{ output: "settlementPence", of: (month: ExplainedMonth) => month.settlement }] : []),
    ];
    if (owed.length === 0) {
      const asked = months.findLast((month) => clauseIn(month, ruleset)?.children !== undefined);
      const why = clauseIn(asked, ruleset)?.text ?? "It was never asked.";
      const { month: whyMonth = 0 } = asked ?? {};
      return [
        {
          ruleset,
          output: "",
          pounds: 0,
          months: [],
          why: asSentence(why.replace(/^.*”: /, "")),
          whyMonth,
          source,
        },
      ];
    }
    return owed.map(({ output, of }) => {
      const paying = months
        .map((month) => ({ month: month.month, pounds: of(month) }))
        .filter(({ pounds }) => pounds !== 0);
      const pounds = Math.round(paying.reduce((sum, one) => sum + one.pounds, 0) * 100) / 100;
      const most = paying.reduce((a, b) => (Math.abs(b.pounds) > Math.abs(a.pounds) ? b : a), {
        month: months.findLast(({ live }) => live)?.month ?? months.length,
        pounds: 0,
      });
      const reasons = rulesIn(clauseIn(months[most.month - 1], ruleset) ?? { text: "" });
      const own = reasons.filter(({ held, about: of }) => held && of?.output === output);
      const name = output === "settlementPence" ? "cancellation fee" : nameWords(output);
      const why = own.map(({ text }) => asSentence(text)).join(" ") || "No rule for it held.";
      return { ruleset, output: name, pounds, months: paying, why, whyMonth: most.month, source };
    });
  });
}

function clauseIn(month: ExplainedMonth | undefined, ruleset: string): Explanation | undefined {
  return month?.explanation.children?.find((child) => child.about?.ruleset === ruleset);
}

function owedAs({ payments }: ExplainedMonth, ruleset: string, output: string): number {
  return payments
    .filter((payment) => payment.ruleset === ruleset && payment.output === output)
    .reduce((sum, { pounds }) => sum + pounds, 0);
}

function setsSettlement(clause: Explanation | undefined): boolean {
  return rulesIn(clause ?? { text: "" }).some(({ about }) => about?.output === "settlementPence");
}
