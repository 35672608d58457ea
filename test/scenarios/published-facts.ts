import { planOf } from "../../src/sim/plan-run.ts";
import { shippedScenario } from "../laws/shipped-scenarios.ts";
import { futuresOf, lowestFifthAhead, meanOver, ratioOfMeans, type Simulated, times } from "./simulated.ts";

/** A published fact that a scenario is held against, and where it was published. */
type Held = {
  readonly scenario: string;
  readonly what: string;
  /** As the page's limits cite it. */
  readonly source: string;
  /** What the page prints of it. */
  readonly printed: string;
  /** What its command is asked of: a policy, and variants. */
  readonly policy: string;
  readonly variants?: readonly string[];
  /** The measures that the command prints and the page divides; none where it is worked out from single futures. */
  readonly measures: readonly string[];
};

/** One published figure to which no figure of the scenario was fitted, and what the scenario says instead. */
export type PublishedFact = Held & {
  /** The range that counts as reproduced: a tenth either way of a figure printed alone, unless `rule` says why not. */
  readonly from: number;
  readonly to: number;
  readonly rule?: string;
  readonly simulate: () => Simulated;
  /** The same where a source that reads two ways is read the other way: undecided where the two disagree. */
  readonly otherwise?: { readonly printed: string; readonly simulate: () => Simulated };
};

/** A published word that a judged figure decides: the answer has one sign on one side of it and the other beyond. */
export type UntoldFact = Held & {
  /** The judged figure as the page prints it, and what is simulated on either side of where the answer turns. */
  readonly judged: () => number;
  readonly before: () => Simulated;
  readonly beyond: () => Simulated;
};

const tenth = (figure: number) => ({ from: 0.9 * figure, to: 1.1 * figure });
const paths = 2048;

function cashOutWithFeeOf(share: number): Simulated {
  const set = [{ policy: "fee-30", parameter: "serviceFeeShare", value: share }];
  const { checked, ledger } = futuresOf("lse-60-40", "fee-30", 4 * paths, { set });
  const policy = checked.policies.find(({ spec }) => spec.id === "fee-30")!;
  return meanOver(ledger.peakFunding!, planOf(checked, policy, 1).contractValue);
}

function capitalOfPlacement(variant?: string): Simulated {
  const { checked, ledger } = futuresOf("ips-outcomes-contract", "own-terms", paths, { variant });
  return meanOver(ledger.peakFunding!, checked.scenario.contract.calledOffValue!.mean * 100);
}

function aheadWhenFewCome(variant: string): Simulated {
  const { ledger } = futuresOf("work-choice", "fee-70", 4 * paths, { variant });
  return times(lowestFifthAhead(ledger.margin!, ledger.referrals!), 0.01);
}

export const publishedFacts: readonly PublishedFact[] = [
  {
    scenario: "lse-60-40",
    policy: "fee-30",
    measures: ["meanPeakFunding"],
    what: "cash that a provider is out at most, as a share of the contract's value, with 20 to 30 % of it in advance",
    source: "Indus Delta, Cashflow and welfare-to-work provision: £10m of provision needs £2.5m of capital",
    printed: "25 %",
    ...tenth(0.25),
    simulate: () => cashOutWithFeeOf(0.3),
    // 20 to 30 % of payments in advance: the other end.
    otherwise: { printed: "32 %", simulate: () => cashOutWithFeeOf(0.2) },
  },
  {
    scenario: "work-programme-jsa25",
    policy: "own-terms",
    variants: ["by-july-2012"],
    measures: ["meanJobOutcomes", "meanStarts"],
    what: "share of attachments of the first fourteen months with a job outcome paid within them",
    source: "PAC 936 (2013): 3.4 % of jobseekers of 25 and over",
    printed: "3.4 %",
    ...tenth(0.034),
    simulate: () => {
      const { checked, ledger } = futuresOf("work-programme-jsa25", "own-terms", paths, {
        variant: "by-july-2012",
      });
      const claimed = checked.scenario.delivery.stages[0]!.claimedShare!.mean;
      return times(ratioOfMeans(ledger.jobOutcomes!, ledger.starts!), claimed);
    },
  },
  {
    scenario: "work-programme-esa",
    policy: "own-terms",
    measures: ["meanPayment", "meanStarts"],
    what: "funding for each participant",
    source:
      "Inclusion, Making the Work Programme work for ESA claimants (2014): about £690 where £1,170 was planned",
    printed: "£690",
    ...tenth(690),
    simulate: () => {
      const { ledger } = futuresOf("work-programme-esa", "own-terms", paths);
      return times(ratioOfMeans(ledger.payment!, ledger.starts!), 0.01);
    },
  },
  {
    scenario: "whp-30-70",
    policy: "own-terms",
    variants: ["by-february-2020"],
    measures: ["meanJobOutcomes", "meanStarts"],
    what: "job outcomes of the first 28 months over starts of the same months",
    source:
      "DWP, Work and Health Programme statistics to February 2020 (28 May 2020): 13,710 job outcomes of 103,300 starts",
    printed: "13.3 %",
    ...tenth(13_710 / 103_300),
    simulate: () => {
      const { ledger } = futuresOf("whp-30-70", "own-terms", paths, { variant: "by-february-2020" });
      return ratioOfMeans(ledger.jobOutcomes!, ledger.starts!);
    },
  },
  {
    scenario: "restart-shock",
    policy: "renegotiated",
    measures: ["meanPayment", "meanStarts"],
    what: "paid for each participant under the renegotiated terms",
    source:
      "NAO, Restart (December 2022), by ERSA: £2,429 a participant where £1,800 was planned; PAC, HC 733 (2023): £1.68bn over 692,000 people",
    printed: "£2,429",
    ...tenth(2429),
    simulate: () => {
      const { ledger } = futuresOf("restart-shock", "renegotiated", paths);
      return times(ratioOfMeans(ledger.payment!, ledger.starts!), 0.01);
    },
  },
  {
    scenario: "esf-families",
    policy: "own-terms",
    variants: ["by-late-2013"],
    measures: ["meanJobOutcomes"],
    what: "sustained jobs of all twelve contracts by late 2013",
    source: "National Audit Office, December 2013, by poverty.ac.uk: 720 sustained jobs",
    printed: "720",
    ...tenth(720),
    simulate: () => {
      const { ledger } = futuresOf("esf-families", "own-terms", paths, { variant: "by-late-2013" });
      return times(meanOver(ledger.jobOutcomes!, 1), 12);
    },
  },
  {
    scenario: "crc-volume-band",
    policy: "band-2",
    measures: ["meanMargin"],
    what: "combined loss of the 21 contracts over their maximum payment",
    source: "Civil Service World, 22 March 2018, and PAC 1747 (2019): £443m of combined losses on £3.7bn",
    printed: "12 %",
    ...tenth(443 / 3700),
    simulate: () => {
      const { checked, ledger } = futuresOf("crc-volume-band", "band-2", 1024);
      // £11m a year for five years, each.
      const maximum = checked.contracts.length * 5 * 11e6 * 100;
      return times(meanOver(ledger.margin!, maximum), -1);
    },
  },
  {
    scenario: "ips-outcomes-contract",
    policy: "own-terms",
    variants: ["six-weeks-of-all"],
    measures: ["meanPeakFunding"],
    what: "cash that is out at most, as a share of the maximum payment",
    source: "GO Lab INDIGO, POJ-0176: at least £227,000 raised, maximum outcome payments £1.44m",
    printed: "16 %",
    ...tenth(227 / 1440),
    simulate: () => capitalOfPlacement(),
    otherwise: { printed: "17 %", simulate: () => capitalOfPlacement("six-weeks-of-all") },
  },
  {
    scenario: "pathways-optimism",
    policy: "own-terms",
    measures: ["meanMargin", "meanPayment"],
    what: "margin of the provider over what it was paid",
    source: "PAC, Pathways to Work, HC 404 (2010): providers claimed no profit",
    printed: "no profit",
    from: -0.1,
    to: 0,
    rule: "read as: at most a tenth lost",
    simulate: () => {
      const { ledger } = futuresOf("pathways-optimism", "own-terms", paths);
      return ratioOfMeans(ledger.margin!, ledger.payment!);
    },
  },
];

export const untoldFacts: readonly UntoldFact[] = [
  {
    scenario: "work-choice",
    policy: "fee-70",
    variants: ["fixed-70", "fixed-75"],
    measures: [],
    what: "margin in the fifth of futures with fewest referrals beyond that in the others, at a fee of 70 %",
    source: "HC 363 (2015), chapter 4: a provider's chief executive called 70 % generous",
    printed: "generous",
    judged: () => shippedScenario("work-choice").scenario.costs.fixedShare!.central,
    before: () => aheadWhenFewCome("fixed-70"),
    beyond: () => aheadWhenFewCome("fixed-75"),
  },
];
