/*
 * The standard workload in plain C: the arithmetic of scenarios/standard-workload.yaml and its rulesets, and nothing
 * else. It is the peer that riskshare's speed is held against: no rule files, no columns, no shared luck across
 * divisions, one measure. Prints seconds, the share of futures with a loss and the mean margin of each policy.
 *
 * usage: standard-workload PATHS SEED
 */
#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MONTHS = 24, LATEST = 10, POLICIES = 4, MOST = 4096 };

/* Money in pence. */
static const double START_PRICE = 40000, JOB_PRICE = 120000, SUSTAINED_PRICE = 160000;
static const double SET_UP = 6000000, FIXED = 1200000, PER_START = 25000;
static const double FEE_SHARE = 0.3, FEE_MONTHS = 6;
static const int JOB_DELAY = 4, SUSTAINED_DELAY = 10;
static const double START_RATE = 0.75, JOB_RATE = 0.3, SUSTAINED_RATE = 0.6;

/* xoshiro256++ (Blackman and Vigna 2019), seeded by splitmix64. */
static uint64_t state[4];

static uint64_t rotated(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static double uniform(void) {
  const uint64_t result = rotated(state[0] + state[3], 23) + state[0];
  const uint64_t t = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= t;
  state[3] = rotated(state[3], 45);
  return (double)(result >> 11) * 0x1.0p-53;
}

static void seeded(uint64_t seed) {
  for (int i = 0; i < 4; i++) {
    uint64_t z = (seed += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    state[i] = z ^ (z >> 31);
  }
}

/* Logarithms of factorials. */
static double log_factorial[MOST + 1];

/* A count by inversion, one chance after the other. */
static int poisson_by_inversion(double mean) {
  double u = uniform();
  double chance = exp(-mean);
  int count = 0;
  while (u > chance && count < MOST) {
    u -= chance;
    count++;
    chance *= mean / count;
  }
  return count;
}

/* Transformed rejection for large means: W. Hoermann, Insurance: Mathematics and Economics 12 (1993), algorithm PTRS. */
static int poisson(double mean) {
  if (mean < 10) return poisson_by_inversion(mean);
  const double b = 0.931 + 2.53 * sqrt(mean), a = -0.059 + 0.02483 * b;
  const double shape = 1.1239 + 1.1328 / (b - 3.4), quick = 0.9277 - 3.6224 / (b - 2);
  const double log_mean = log(mean);
  for (;;) {
    const double u = uniform() - 0.5, v = uniform(), us = 0.5 - fabs(u);
    const double k = floor((2 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= quick) return (int)k;
    if (k < 0 || k > MOST || (us < 0.013 && v > us)) continue;
    if (log(v * shape / (a / (us * us) + b)) <= k * log_mean - mean - log_factorial[(int)k]) return (int)k;
  }
}

/* The chances that none of n succeeds, for the three rates of the workload. */
static double none[3][MOST + 1];

static int binomial(int n, double rate, const double *none_of) {
  double u = uniform();
  double chance = none_of[n];
  const double odds = rate / (1 - rate);
  int count = 0;
  while (u > chance && count < n) {
    u -= chance;
    chance *= odds * (n - count) / (count + 1);
    count++;
  }
  return count;
}

/* Counted from the far side where most succeed, so that fewer steps are taken. */
static int starts_of(int referrals) { return referrals - binomial(referrals, 1 - START_RATE, none[0]); }

int main(int argc, char **argv) {
  const long paths = argc > 1 ? atol(argv[1]) : 1000000;
  seeded(argc > 2 ? strtoull(argv[2], NULL, 10) : 1);
  const double rates[3] = {1 - START_RATE, JOB_RATE, SUSTAINED_RATE};
  for (int r = 0; r < 3; r++)
    for (int n = 0; n <= MOST; n++) none[r][n] = pow(1 - rates[r], n);
  for (int k = 1; k <= MOST; k++) log_factorial[k] = log_factorial[k - 1] + log(k);
  double indicative[MONTHS], to_date[MONTHS], total = 0;
  for (int m = 0; m < MONTHS; m++) {
    indicative[m] = m < 3 ? 10.0 * (m + 1) : 40.0;
    to_date[m] = total += indicative[m];
  }
  const double per_start = START_PRICE + JOB_RATE * (JOB_PRICE + SUSTAINED_RATE * SUSTAINED_PRICE);
  const double monthly_fee = FEE_SHARE * total * START_RATE * per_start / FEE_MONTHS;
  long losses[POLICIES] = {0};
  double margins[POLICIES] = {0}, needs[POLICIES] = {0};

  struct timespec began, ended;
  clock_gettime(CLOCK_MONOTONIC, &began);
  for (long path = 0; path < paths; path++) {
    /* Gamma of shape 4 and mean 0.7: four exponentials. */
    const double ratio =
        -log((1 - uniform()) * (1 - uniform()) * (1 - uniform()) * (1 - uniform())) * (0.7 / 4);
    const int at_fault = uniform() < 0.8;
    double cost[MONTHS] = {0}, income[MONTHS + LATEST] = {0};
    int below = 0, end = 0;
    double referrals = 0;
    for (int m = 0; m < MONTHS; m++) {
      const int made = poisson(indicative[m] * ratio);
      const int starts = starts_of(made);
      const int jobs = binomial(starts, JOB_RATE, none[1]);
      const int sustained = binomial(jobs, SUSTAINED_RATE, none[2]);
      referrals += made;
      cost[m] = (m == 0 ? SET_UP : 0) + FIXED + PER_START * starts;
      income[m] += START_PRICE * starts;
      income[m + JOB_DELAY] += JOB_PRICE * jobs;
      income[m + SUSTAINED_DELAY] += SUSTAINED_PRICE * sustained;
      below = m + 1 >= 6 && referrals < 0.5 * to_date[m] ? below + 1 : 0;
      if (below >= 3) {
        end = m + 1;
        break;
      }
    }
    const int last = end == 0 ? MONTHS : end;
    const double owed = end == 0 || !at_fault ? 0 : round(fmin(0.5 * SET_UP * (24 - end) / 24 + 2 * FIXED, 6000000));
    for (int p = 0; p < POLICIES; p++) {
      const double share = p & 1 ? FEE_SHARE : 0;
      const double settlement = p & 2 ? owed : 0;
      double cash = 0, least = 0;
      for (int m = 0; m < MONTHS + LATEST; m++) {
        cash += round((1 - share) * income[m]) - (m < MONTHS ? cost[m] : 0);
        if (share > 0 && m < FEE_MONTHS && m < last) cash += round(monthly_fee);
        if (m + 1 == end) cash += settlement;
        if (cash < least) least = cash;
      }
      losses[p] += cash < 0;
      margins[p] += cash;
      needs[p] -= least;
    }
  }
  clock_gettime(CLOCK_MONOTONIC, &ended);

  const double seconds = (double)(ended.tv_sec - began.tv_sec) + 1e-9 * (double)(ended.tv_nsec - began.tv_nsec);
  printf("{\"seconds\":%.6f,\"policies\":[", seconds);
  for (int p = 0; p < POLICIES; p++)
    printf("%s{\"probabilityOfLoss\":%.9f,\"meanMargin\":%.6f,\"meanPeakFunding\":%.6f}", p == 0 ? "" : ",",
           (double)losses[p] / (double)paths, margins[p] / (double)paths / 100, needs[p] / (double)paths / 100);
  printf("]}\n");
  return 0;
}
