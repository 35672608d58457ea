/** A point that needs a label of a width; its marks reach from `left` to `right`. */
export type Labelled = {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
};

/** Where a label stands: beside its point, at its end where `end` says so, moved up or down to clear the others. */
export type LabelPlace = { readonly x: number; readonly y: number; readonly end: boolean };

const beside = 7;

/** Finds places for labels beside their points so that no two of them, and no label and point, lie on each other. */
export function apartFrom(
  points: readonly Labelled[],
  room: { readonly right: number; readonly top: number; readonly bottom: number; readonly line: number },
): LabelPlace[] {
  const taken = points.map(({ left, right, y }) => ({ left: left - 3, right: right + 3, y }));
  return points.map((point, own) => {
    const { y, width } = point;
    const end = point.right + beside + width > room.right && point.left - beside - width >= 0;
    // Where neither side has room it stands as far to the right as it can, above or below its own marks.
    const isBeside = end || point.right + beside + width <= room.right;
    const x = end ? point.left - beside : Math.min(point.right + beside, Math.max(0, room.right - width));
    const left = end ? x - width : x;
    const clear = (at: number) =>
      taken.every(
        (other, i) =>
          (i === own && isBeside) ||
          other.right < left ||
          other.left > left + width ||
          Math.abs(other.y - at) >= room.line,
      );
    // Nearest first: in place, then ever further up and down.
    for (let step = 0; step < 60; step++) {
      const at = y + (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * (room.line / 3);
      if (at < room.top || at > room.bottom || !clear(at)) continue;
      taken.push({ left, right: left + width, y: at });
      return { x, y: at, end };
    }
    return { x, y, end };
  });
}
