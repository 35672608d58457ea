import { planOf } from "../../src/sim/plan-run.ts";
import { futuresOf, lowestFifthAhead, meanOver, ratioOfMeans, type Simulated, times } from "./simulated.ts";

/** One published figure that no figure of the scenario was made from, and what the scenario says instead. */
export type PublishedFact = {
  readonly scenario: string;
  readonly what: string;
  readonly source: string;
  /** What the page prints of it. */
  readonly printed: string;
  /** The range that counts as reproduced: a tenth either way of a figure printed alone, unless `rule` says why not. */
  readonly from: number;
  readonly to: number;
  readonly rule?: string;
  readonly simulate: () => Simulated;
  /** What its command is asked of: a policy, and variants. */
  readonly policy: string;
  readonly variants?: readonly string[];
  /** The measures that the command prints and the page divides; none where it is worked out from single futures. */
  readonly measures: readonly string[];
};

const tenth = (figure: number) => ({ from: 0.9 * figure, to: 1.1 * figure });
const paths = 2048;

export const publishedFacts: readonly PublishedFact[] = [
  {
    scenario: "lse-60-40",
    policy: "fee-30",
    measures: ["meanPeakFunding"],
    what: "cash that a provider is out at most, as a share of the contract's value, with 20 to 30 % of it in advance",
    source: "indusdelta.co.uk, Cashflow and welfare-to-work provision: £10m of provision needs £2.5m",
    printed: "25 %",
    ...tenth(0.25),
    simulate: () => {
      const { checked, ledger } = futuresOf("lse-60-40", "fee-30", 4 * paths);
      const policy = checked.policies.find(({ spec }) => spec.id === "fee-30")!;
      return meanOver(ledger.peakFunding!, planOf(checked, policy, 1).contractValue);
    },
  },
  {
    scenario: "work-programme-jsa25",
    policy: "own-terms",
    variants: ["by-july-2012"],
    measures: ["meanJobOutcomes", "meanStarts"],
    what: "share of attachments of the first fourteen months with a job outcome paid within them",
    source: "PAC 936 (2013): 3.4 % for jobseekers of 25 and over",
    printed: "3.4 %",
    ...tenth(0.034),
    simulate: () => {
      const { checked, ledger } = futuresOf("work-programme-jsa25", "own-terms", paths, "by-july-2012");
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
    variants: ["by-february-2020", "by-february-2019"],
    measures: ["meanStarts"],
    what: "starts of the first 28 months, in starts of the peak month",
    source:
      "Work and Health Programme statistics to February 2020: 75 % of 138,330 people, over a peak of 5,600 a month",
    printed: "18.5",
    ...tenth((0.75 * 138_330) / 5_600),
    simulate: () => {
      const until = (variant: string) => futuresOf("whp-30-70", "own-terms", paths, variant).ledger.starts!;
      const [before, all] = [until("by-february-2019"), until("by-february-2020")];
      // From month 17 on volume stands at its peak: twelve months of it lie between the two.
      return ratioOfMeans(
        all,
        all.map((starts, path) => (starts - before[path]!) / 12),
      );
    },
  },
  {
    scenario: "restart-shock",
    policy: "as-signed",
    measures: ["meanPayment", "meanStarts"],
    what: "paid for each participant under the terms as signed",
    source: "NAO, Restart (December 2022), by ERSA: £2,429 where £1,800 was planned",
    printed: "£2,429",
    ...tenth(2429),
    simulate: () => {
      const { ledger } = futuresOf("restart-shock", "as-signed", paths);
      return times(ratioOfMeans(ledger.payment!, ledger.starts!), 0.01);
    },
  },
  {
    scenario: "work-choice",
    policy: "fee-70",
    measures: [],
    what: "margin in the fifth of futures with fewest referrals beyond that in the others, at a fee of 70 %",
    source: "HC 363 (2015), chapter 4: a provider's chief executive called 70 % generous",
    printed: "generous",
    from: 0,
    to: Number.POSITIVE_INFINITY,
    rule: "read as: no worse off when few come",
    simulate: () => {
      const { ledger } = futuresOf("work-choice", "fee-70", 4 * paths);
      return times(lowestFifthAhead(ledger.margin!, ledger.referrals!), 0.01);
    },
  },
  {
    scenario: "esf-families",
    policy: "own-terms",
    variants: ["by-late-2013"],
    measures: ["meanJobOutcomes"],
    what: "sustained jobs of all twelve contracts by late 2013",
    source: "National Audit Office, December 2013, by poverty.ac.uk: 720 jobs",
    printed: "720",
    ...tenth(720),
    simulate: () => {
      const { ledger } = futuresOf("esf-families", "own-terms", paths, "by-late-2013");
      return times(meanOver(ledger.jobOutcomes!, 1), 12);
    },
  },
  {
    scenario: "crc-volume-band",
    policy: "band-2",
    measures: ["meanMargin"],
    what: "combined loss of the 21 contracts over their maximum payment",
    source: "Civil Service World, 22 March 2018, and PAC 1747 (2019): £443m on £3.7bn",
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
    measures: ["meanPeakFunding"],
    what: "cash that is out at most, as a share of the maximum payment",
    source: "GO Lab INDIGO, POJ-0176: £227,000 raised for £1.44m",
    printed: "16 %",
    ...tenth(227 / 1440),
    simulate: () => {
      const { checked, ledger } = futuresOf("ips-outcomes-contract", "own-terms", paths);
      return meanOver(ledger.peakFunding!, checked.scenario.contract.calledOffValue!.mean * 100);
    },
  },
  {
    scenario: "pathways-optimism",
    policy: "own-terms",
    measures: ["meanMargin", "meanPayment"],
    what: "margin of the provider over what it was paid",
    source: "PAC, Pathways to Work (2010): providers claimed no profit",
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
