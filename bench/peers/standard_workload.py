"""The standard workload in vectorised NumPy: the arithmetic of scenarios/standard-workload.yaml and its rulesets.

What an analyst would write who knows arrays: chunks of futures, one array operation a term. Prints the same JSON as the
program in C beside it.

usage: python3 standard_workload.py PATHS SEED
"""

import json
import sys
import time

import numpy as np

MONTHS, LATEST, CHUNK = 24, 10, 50_000
START_RATE, JOB_RATE, SUSTAINED_RATE = 0.75, 0.3, 0.6
JOB_DELAY, SUSTAINED_DELAY = 4, 10
# Pounds.
START_PRICE, JOB_PRICE, SUSTAINED_PRICE = 400, 1200, 1600
SET_UP, FIXED, PER_START = 60_000, 12_000, 250
FEE_SHARE, FEE_MONTHS = 0.3, 6

paths = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
luck = np.random.default_rng(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
month = np.arange(1, MONTHS + 1)
indicative = np.minimum(10.0 * month, 40.0)
to_date = np.cumsum(indicative)
value = to_date[-1] * START_RATE * (START_PRICE + JOB_RATE * (JOB_PRICE + SUSTAINED_RATE * SUSTAINED_PRICE))


def settled(count):
    """Margins and peak funding of each policy for some futures."""
    ratio = luck.gamma(4, 0.7 / 4, count)
    at_fault = luck.random(count) < 0.8
    referrals = luck.poisson(np.outer(indicative, ratio))
    starts = luck.binomial(referrals, START_RATE)
    jobs = luck.binomial(starts, JOB_RATE)
    sustained = luck.binomial(jobs, SUSTAINED_RATE)
    below = (np.cumsum(referrals, axis=0) < 0.5 * to_date[:, None]) & (month >= 6)[:, None]
    third = below[2:] & below[1:-1] & below[:-2]
    ended = third.any(axis=0)
    end = np.where(ended, third.argmax(axis=0) + 3, MONTHS)
    runs = month[:, None] <= end
    starts, jobs, sustained = starts * runs, jobs * runs, sustained * runs
    income = np.zeros((MONTHS + LATEST, count))
    income[:MONTHS] += START_PRICE * starts
    income[JOB_DELAY : JOB_DELAY + MONTHS] += JOB_PRICE * jobs
    income[SUSTAINED_DELAY:] += SUSTAINED_PRICE * sustained
    cost = np.where(runs, FIXED + PER_START * starts, 0.0)
    cost[0] += SET_UP
    fee = np.where(ended & at_fault, np.minimum(0.5 * SET_UP * (24 - end) / 24 + 2 * FIXED, 60_000), 0.0)
    for share, cancels in ((0.0, False), (FEE_SHARE, False), (0.0, True), (FEE_SHARE, True)):
        flow = (1 - share) * income
        flow[:MONTHS] -= cost
        flow[:FEE_MONTHS] += share * value / FEE_MONTHS * runs[:FEE_MONTHS]
        if cancels:
            flow[end - 1, np.arange(count)] += fee
        cash = np.cumsum(flow, axis=0)
        yield cash[-1], np.maximum(0, -cash.min(axis=0))


began = time.perf_counter()
sums = np.zeros((4, 3))
for first in range(0, paths, CHUNK):
    for p, (margin, need) in enumerate(settled(min(CHUNK, paths - first))):
        sums[p] += [(margin < 0).sum(), margin.sum(), need.sum()]
seconds = time.perf_counter() - began
names = ("probabilityOfLoss", "meanMargin", "meanPeakFunding")
policies = [{name: number / paths for name, number in zip(names, row)} for row in sums.tolist()]
print(json.dumps({"seconds": seconds, "policies": policies}))
