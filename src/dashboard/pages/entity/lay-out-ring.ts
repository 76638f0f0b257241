/** A place in the picture, and on which side of it a name is written. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly side: 'start' | 'middle' | 'end';
}

/** Units: those of the picture's view box. */
export const ringSize = { width: 460, height: 320 };
const [middleX, middleY] = [ringSize.width / 2, ringSize.height / 2];
const [radiusX, radiusY] = [95, 125];

/** The places of so many around a middle, clockwise from the top. */
export const layOutRing = (count: number): Place[] =>
  Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    const [across, down] = [Math.cos(angle), Math.sin(angle)];
    const side = across > 0.25 ? 'start' : across < -0.25 ? 'end' : 'middle';
    return { x: middleX + radiusX * across, y: middleY + radiusY * down, side };
  });

/** The place in the middle. */
export const ringMiddle: Place = { x: middleX, y: middleY, side: 'middle' };
