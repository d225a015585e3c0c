/** Whether a point is inside. Coordinates as the drawing chooses them; y grows downwards. */
export type Shape = (x: number, y: number) => boolean;

/** A disc. */
export const circle =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) <= radius;

/** A rectangle with round corners, from its left upper to its right lower corner. */
export const roundedBox =
  (left: number, top: number, right: number, bottom: number, radius: number): Shape =>
  (x, y) => {
    const dx = Math.max(left + radius - x, 0, x - (right - radius));
    const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
    return x >= left && x <= right && y >= top && y <= bottom && Math.hypot(dx, dy) <= radius;
  };

/** A line with round ends. */
export const stroke =
  (x1: number, y1: number, x2: number, y2: number, width: number): Shape =>
  (x, y) => {
    const length2 = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const along = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length2));
    return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)) <= width / 2;
  };

/** A part of a ring; angles in turns, clockwise from three o'clock. */
export const arc =
  (cx: number, cy: number, radius: number, width: number, from: number, to: number): Shape =>
  (x, y) => {
    const turn = (Math.atan2(y - cy, x - cx) / (2 * Math.PI) + 1) % 1;
    const isBetween = from <= to ? turn >= from && turn <= to : turn >= from || turn <= to;
    return isBetween && Math.abs(Math.hypot(x - cx, y - cy) - radius) <= width / 2;
  };

/** A filled triangle, its corners in any order. */
export const triangle =
  (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): Shape =>
  (x, y) => {
    const side = (px: number, py: number, qx: number, qy: number): number =>
      (qx - px) * (y - py) - (qy - py) * (x - px);
    const sides = [side(ax, ay, bx, by), side(bx, by, cx, cy), side(cx, cy, ax, ay)];
    return sides.every((each) => each >= 0) || sides.every((each) => each <= 0);
  };

/** What is in any of them. */
export const union =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    shapes.some((shape) => shape(x, y));

/** The first with the second cut out of it. */
export const without =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    shape(x, y) && !hole(x, y);
