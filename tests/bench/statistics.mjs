// Medians of interleaved rounds, and how far chance alone moves their ratio.

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value below which a share of the list lies. */
export function quantile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))];
}

// mulberry32: the same numbers in each run, so that the same samples give the same interval.
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The ratio of the medians of two lists of samples, one of each in a round, and where it lies in nine of ten repetitions:
 * rounds are drawn anew, with repetition (bootstrap).
 */
export function ratio(ours, peers) {
  const next = random(1);
  const ratios = Array.from({ length: 2000 }, () => {
    const picks = ours.map(() => Math.floor(next() * ours.length));
    return median(picks.map((i) => ours[i])) / median(picks.map((i) => peers[i]));
  });
  return { value: median(ours) / median(peers), low: quantile(ratios, 0.05), high: quantile(ratios, 0.95) };
}

/** Whether a figure reaches a target, or chance alone could say either. */
export function verdict({ low, high }, target) {
  if (target === undefined) return null;
  if (high <= target) return "met";
  return low > target ? "missed" : "unsure";
}
