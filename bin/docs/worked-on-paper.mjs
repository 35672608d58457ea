/** Formulas in the two levels of demand F, each with chance ½; no line of the engine takes part. */
export function workedOnPaper() {
  const over = (f) => (f(0.5) + f(1)) / 2;
  const e = (x) => Math.exp(0 - x);
  const p = over((F) => e(4 * F));
  const referrals = 4.5 - over((F) => 2 * F * e(4 * F));
  const starts = 0.8 * referrals;
  const jobs = 0.25 * starts;
  const fee = 400 - 100 * p;
  const payment = 300 * starts + 1000 * jobs + fee + 250 * p;
  const cost = 800 - 100 * p + 50 * starts;
  const few = (F, most) => {
    const a = 3.6 * F;
    const terms = [1, a, a ** 2 / 2, a ** 3 / 6].slice(0, most + 1);
    return e(4.8 * F) * terms.reduce((x, y) => x + y);
  };
  return {
    "results-only": {
      meanReferrals: ["6 × ¾", 4.5],
      meanStarts: ["4.5 × 0.8", 3.6],
      meanJobOutcomes: ["3.6 × 0.25", 0.9],
      meanPayment: ["£300 × 3.6 + £1,000 × 0.9", 1980],
      costPerJobOutcome: ["£1,980 ÷ 0.9", 2200],
      meanMargin: ["£1,980 − £800 − £50 × 3.6", 1000],
      probabilityOfLoss: [
        "no job and at most 3 other starters: ½ Σ e^(−4.8F)·(1 + a + a²/2 + a³/6), a = 3.6F",
        over((F) => few(F, 3)),
      ],
    },
    "shared-risk": {
      probabilityTerminated: ["p = ½ (e^(−2) + e^(−4))", p],
      meanReferrals: ["4.5 − ½ (1·e^(−2) + 2·e^(−4))", referrals],
      meanJobOutcomes: ["× 0.8 × 0.25", jobs],
      meanServiceFee: ["£400 − £100 p", fee],
      meanCancellationFee: ["£250 p", 250 * p],
      meanPayment: ["prices, fee and settlement together", payment],
      meanMargin: ["payments − (£800 − £100 p + £50 × starts)", payment - cost],
      probabilityOfLoss: [
        "p + ½ Σ [e^(−4.8F)·(1 + 3.6F) − e^(−5.6F)·(1 + 1.2F)]",
        over((F) => e(4 * F) + few(F, 1) - e(5.6 * F) * (1 + 1.2 * F)),
      ],
    },
  };
}
