import {
  flatFee,
  pays,
  perOutcome,
  perStart,
  plain,
  pounds,
  type Terms,
  terms,
  where,
} from "../models/terms.ts";

const set = (name: string, output: string, amount: unknown, conditions: unknown = { all: [] }) =>
  ({
    name,
    conditions,
    event: { type: "set", params: { output, amount } },
  }) as Terms["stages"][number]["rules"][number];

/** Says who is at fault from what both sides can see. */
const fault = terms("fault", "fault", [], {
  stages: [
    {
      hitPolicy: "first",
      rules: [
        set("the provider turned people away", "fault", "provider", {
          all: [where("referralsRefusedByProvider", "greaterThan", 0)],
        }),
        set("referrals were suspended", "fault", "commissioner", {
          any: [where("referralsSuspended", "equal", true), where("readyToDeliver", "equal", false)],
        }),
      ],
      otherwise: [{ type: "set", params: { output: "fault", amount: "shared" } }],
    },
    {
      hitPolicy: "priority",
      rules: [
        {
          ...set("all of it", "faultShare", 1, { all: [where("fault", "equal", "commissioner")] }),
          priority: 2,
        },
        set("half of it", "faultShare", 0.5, { not: { all: [where("fault", "equal", "provider")] } }),
      ],
    },
  ],
});

const settles = terms("cancellation", "settles", [], {
  parameters: { fee: pounds(900), most: pounds(5000), settlementDays: plain(75, "days") },
  stages: [
    {
      hitPolicy: "unique",
      rules: [
        {
          name: "set-up and notice, by the share of fault",
          conditions: { all: [] },
          event: {
            type: "set",
            params: {
              output: "settlementPence",
              amount: {
                min: [
                  {
                    mul: [
                      {
                        add: [
                          { param: "fee" },
                          { fact: "unavoidableCostPence" },
                          {
                            max: [{ sub: [{ fact: "setUpCostToDatePence" }, { fact: "dueToDatePence" }] }, 0],
                          },
                        ],
                      },
                      { add: [{ fact: "faultShare" }, 0.125] },
                    ],
                  },
                  { param: "most" },
                ],
              },
              termDays: { param: "settlementDays" },
            },
          },
        },
      ],
    },
  ],
});

const ends = (id: string, rules: Terms["stages"][number]["rules"]): Terms =>
  terms("termination", id, [], {
    tracked: {
      referralsToDate: { sum: { fact: "referrals" } },
      indicativeToDate: { sum: { fact: "indicativeReferrals" } },
      needed: { value: { mul: [0.6, { fact: "indicativeToDate" }] } },
      below: { consecutive: { all: [where("referralsToDate", "lessThan", { fact: "needed" })] } },
    },
    stages: [{ hitPolicy: "first", rules }],
  });

const end = (name: string, output: string, conditions: unknown) =>
  ({
    name,
    conditions,
    event: { type: "end", params: { output } },
  }) as Terms["stages"][number]["rules"][number];

/** A right that its holder uses where ending is worth more than going on; or a commissioner's, where it is cheaper. */
const exitRight = ends("exit-right", [
  end("the provider leaves", "providerLeaves", {
    all: [
      where("below", "greaterThanInclusive", 2),
      where("settlementPence", "greaterThan", { fact: "goingOnMarginPence" }),
    ],
  }),
  end("the commissioner leaves", "commissionerLeaves", {
    all: [
      where("below", "greaterThanInclusive", 3),
      where("settlementPence", "lessThan", { fact: "goingOnPaymentsPence" }),
    ],
  }),
]);

const trigger = ends("trigger", [
  end("three months below", "lowReferrals", { all: [where("below", "greaterThanInclusive", 3)] }),
]);

const clawback = terms("adjustment", "clawback", [], {
  parameters: { fees: pounds(0), back: plain(0.25) },
  tracked: {
    feesToDatePence: { sum: { fact: "serviceFeePence" } },
    endedLastMonth: {
      value: {
        table: {
          of: { sub: [{ fact: "month" }, { fact: "endMonth" }] },
          rows: [{ is: 1, value: 1 }],
          otherwise: 0,
        },
      },
    },
  },
  facts: { serviceFeePence: { unit: "pence", default: 0, from: "set", sentence: "Owed elsewhere." } },
  stages: [
    {
      hitPolicy: "collect sum",
      rules: [
        pays(
          "clawback",
          { sub: [0, { mul: [{ param: "back" }, { fact: "feesToDatePence" }] }] },
          {
            when: {
              all: [where("endedLastMonth", "equal", 1), where("endMonth", "greaterThan", 0)],
            } as Terms["stages"][number]["rules"][number]["conditions"],
            termDays: 45,
          },
        ),
      ],
    },
  ],
});

const limit = terms(
  "limit",
  "limit",
  [pays("limit", { min: [0, { sub: [{ param: "cap" }, { fact: "dueThisFinancialYearPence" }] }] })],
  { parameters: { cap: pounds(9000) } },
);

const yearEnd = terms(
  "volume",
  "year-end",
  [
    pays(
      "shortfall",
      {
        mul: [
          { param: "perMissing" },
          { max: [0, { sub: [{ fact: "wantedOfYear" }, { fact: "startsOfYear" }] }] },
        ],
      },
      {
        when: {
          any: [
            where("lastMonthOfFinancialYear", "equal", true),
            where("lastMonthOfContractYear", "equal", true),
          ],
        } as Terms["stages"][number]["rules"][number]["conditions"],
      },
    ),
  ],
  {
    parameters: { perMissing: pounds(33.33, true) },
    tracked: {
      startsOfYear: { sum: { fact: "starts" }, over: "financialYear" },
      wantedOfYear: {
        sum: { div: [{ fact: "indicativeReferrals" }, 3], otherwise: 0 },
        over: "contractYear",
      },
      lately: { count: { all: [where("startFeePence", "greaterThan", 0)] }, over: { months: 3 } },
    },
    facts: { startFeePence: { unit: "pence", default: 0, from: "set", sentence: "Owed elsewhere." } },
  },
);

/** After an end, outcomes of people who were on programme then are paid at half the price. */
const afterEnd = terms(
  "outcome-payment",
  "after-end",
  [pays("jobsAfterEnd", { mul: [{ param: "jobsAfterPrice" }, { fact: "jobsAfterEnd" }] }, { termDays: 60 })],
  {
    parameters: { jobsAfterPrice: pounds(401.5, true) },
    facts: { jobsAfterEnd: { unit: "people", default: 0, from: "scenario", sentence: "People." } },
  },
);

/** Terms that exercise what a contract can do, in any combination. */
export const featureTerms: readonly Terms[] = [
  fault,
  flatFee(310.1, 8, "flat-fee", 30),
  perStart(255.55, "per-start", 30),
  perOutcome("jobs", 803.03, 90),
  afterEnd,
  yearEnd,
  clawback,
  limit,
  settles,
  exitRight,
  trigger,
];
