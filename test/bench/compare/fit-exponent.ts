/** By which power of the size a value grows: the slope of least squares of log value on log size. 0 is not at all, 1 is in proportion. */
export function fitExponent(points: readonly { readonly size: number; readonly value: number }[]): number {
  const [x, y] = [points.map(({ size }) => Math.log(size)), points.map(({ value }) => Math.log(value))];
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const across = x.reduce((sum, each, index) => sum + (each - meanX) * ((y[index] ?? 0) - meanY), 0);
  return across / x.reduce((sum, each) => sum + (each - meanX) ** 2, 0);
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
