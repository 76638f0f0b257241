import type { Driver } from 'neo4j-driver';

/** How many connections are at work, and how many wait in the pool. */
export interface PoolSize {
  readonly busy: number;
  readonly idle: number;
}

interface PoolInside {
  _connectionProvider?: {
    _connectionPool?: {
      _activeResourceCounts?: Record<string, number>;
      _pools?: Record<string, { _elements?: unknown[] }>;
    };
  } | null;
}

/** Looks into the driver's pool. The driver shows it to nobody, so this reads its inside; where that is not found, nothing comes back. */
export function readPool(driver: Driver): PoolSize | undefined {
  const provider = (driver as unknown as PoolInside)._connectionProvider;
  if (provider === null) return { busy: 0, idle: 0 };
  const pool = provider?._connectionPool;
  if (!pool?._activeResourceCounts || !pool._pools) return undefined;
  return {
    busy: sum(Object.values(pool._activeResourceCounts)),
    idle: sum(Object.values(pool._pools).map((one) => one._elements?.length ?? 0)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
